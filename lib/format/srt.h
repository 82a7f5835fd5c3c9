// SubRip subtitles: .srt.
#pragma once

#include <string>
#include <string_view>

#include "cmos/cue.h"
#include "format/read_captions.h"

namespace cmos {

// UTF-8 without a byte order mark, LF, numbered from 1, no blank line inside a cue, one after each.
// SubRip has no voices: speakers show only as the labels that the cues' lines carry. It has no
// escapes either: text stands as it is, but "-->" becomes an arrow (U+2192), since readers look for
// it. Cues without text are left out.
std::string write_srt(const Cues& cues);

// There is no specification; this reads what players read: all text between a cue's times and the
// next cue is the cue's, blank lines or not. The tags b, i, u, s, font and {\...}
// vanish, everything else is text; speakers stay unknown, since "Name:" cannot be told from text.
// Rules: "captions-encoding", "srt-byte-order-mark", "srt-index", "srt-time-format",
// "srt-end-before-start", "srt-start-order", "srt-stray-text", "srt-blank-line", "srt-empty-cue".
WithDiagnostics<ReadCaptions> read_srt(std::string_view bytes, const std::string& file);

}  // namespace cmos
