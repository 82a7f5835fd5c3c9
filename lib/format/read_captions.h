// Captions of anybody, read back from memory. Nothing is refused: what is wrong is among the
// diagnostics, in the file's order and all of it in one run, and the cues are what could be
// understood.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "cmos/cue.h"
#include "cmos/source_position.h"
#include "cmos/with_diagnostics.h"

namespace cmos {

struct ReadCaptions {
  Cues cues;  // In the file's order and with its times: they may overlap or run backwards.
  std::vector<SourcePosition> positions;  // One for each cue: where its times stand.
};

// A line of a file without its end.
struct TextLine {
  std::string_view text;
  std::uint32_t number = 1;  // From 1.
};

// What is read as players read it. Lines end with LF, CR LF or CR; in SubRip CR CR LF too, which
// transfers make of CR LF.
enum class CaptionsForm : std::uint8_t { webvtt, subrip };

// The text as UTF-8 if the bytes are UTF-16 with its byte order mark.
std::optional<std::string> from_utf16(std::string_view bytes);

// What the readers share: the file's lines, and the diagnostics with its name on them.
class CaptionsFile {
 public:
  // `bytes` may hold anything. A byte order mark is taken off; UTF-16 with its mark becomes UTF-8,
  // ill-formed UTF-8 and NUL become U+FFFD, with a diagnostic [captions-encoding].
  CaptionsFile(std::string_view bytes, std::string name, CaptionsForm form);
  CaptionsFile(const CaptionsFile&) = delete;
  CaptionsFile& operator=(const CaptionsFile&) = delete;

  const std::vector<TextLine>& lines() const { return lines_; }
  bool had_byte_order_mark() const { return had_byte_order_mark_; }

  void report(RuleName rule, SourcePosition position, std::string message);
  Diagnostics take_diagnostics() { return std::move(diagnostics_); }

 private:
  std::string name_;
  std::string text_;
  std::vector<TextLine> lines_;
  Diagnostics diagnostics_;           // By position.
  bool had_byte_order_mark_ = false;  // Of UTF-8.

  void read(std::string_view bytes, CaptionsForm form);
};

// A line "START --> END", with whatever stands behind it (WebVTT's settings).
struct TimingLine {
  Interval time;
  std::string_view rest;
  bool as_webvtt =
      false;            // [HH:]MM:SS.mmm, two digits or more for hours, white space around "-->".
  bool as_srt = false;  // HH:MM:SS,mmm and single spaces.
};

// Accepts what the two formats and their common misspellings have: one-digit fields, a comma for a
// point, any digits of a fraction (cut to milliseconds), no hours, more than 59 minutes or seconds.
// In SubRip, as players do, white space before each number, a minus, and no fraction.
std::optional<TimingLine> parse_timing_line(std::string_view line, CaptionsForm form);

bool is_blank(std::string_view line);  // Nothing but spaces and tabs.

}  // namespace cmos
