// The cues of a file of captions (SRT, WebVTT, SBV) and where they stand in it.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic_collector.h"
#include "cmos/source_position.h"
#include "cmos/time.h"
#include "episode/lines.h"

namespace cmos::transcript {

// What stands in a line of times.
struct CueTimes {
  Interval time;  // As it is written: the end may lie before the start.
  SourceSpan start;
  SourceSpan end;
};

// "00:00:01,000 --> 00:00:02,000" or SBV's "0:00:01.000,0:00:02.000", with whatever settings stand
// behind it. Nothing if it is no such line or its times cannot be read. Places are the line's.
std::optional<CueTimes> parse_cue_times(std::string_view line);

struct FileCue {
  std::optional<CueTimes> times;  // Places are the file's. None if they cannot be read.
  std::size_t place = 0;          // Of the line of times in the file.
  std::vector<page::Line> lines;  // All that players show of it.
};

// In the file's order. `text` is the file, valid UTF-8, which is read from `begin` on; it outlives
// the cues.
std::vector<FileCue> split_cues(std::string_view text, std::size_t begin,
                                DiagnosticCollector& diagnostics);

// Whether so many cues begin before the one above them that the file has not the order of its
// times, as a few wrong times and files that were joined still do.
bool are_out_of_order(std::span<const FileCue> cues);

// The file with new times for its cues, which are all those of split_cues(); each is written as the
// old one is, to the millisecond, and a time that stays keeps its bytes. Times inside a cue's text
// (WebVTT's <00:00:01.000>) keep their share of the cue. Everything else is as it was. Cues whose
// times cannot be read stay.
std::string with_new_times(std::string_view text, std::span<const FileCue> cues,
                           std::span<const Interval> times);

}  // namespace cmos::transcript
