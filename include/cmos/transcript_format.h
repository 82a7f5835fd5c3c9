// The forms in which people have transcripts (docs/transcripts.md).
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "cmos/export.h"

namespace cmos {

enum class TranscriptFormat : std::uint8_t {
  page,      // An episode page of this project's dialect (docs/pages.md).
  text,      // Text or Markdown with or without names, times and paragraphs.
  srt,       // SubRip.
  vtt,       // WebVTT.
  sbv,       // YouTube's SubViewer.
  table,     // TSV or CSV with a line of titles: Whisper's, and others'.
  labels,    // Audacity's labels.
  stm,       // NIST's segment time marks.
  ctm,       // NIST's conversation time marks: a word a line.
  json,      // Podcasting 2.0, Whisper, AWS, Deepgram, AssemblyAI, Rev.ai, Google.
  ttml,      // Apple's and broadcasters'.
  trs,       // Transcriber.
  html,      // Podcasting 2.0.
  textgrid,  // Praat.
};

// "page", "text", ...: what --transcript-format takes.
CMOS_API std::string_view transcript_format_name(TranscriptFormat format);
CMOS_API std::optional<TranscriptFormat> find_transcript_format(std::string_view name);
CMOS_API std::vector<std::string_view> transcript_format_names();

}  // namespace cmos
