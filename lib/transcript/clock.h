// Times as transcripts write them.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "cmos/source_position.h"
#include "cmos/time.h"

namespace cmos::transcript {

struct Clock {
  Time time;
  SourceSpan source;  // Of the text: its digits.
  std::size_t end;    // Behind all that belongs to it: the end of a range, a closing bracket.
};

// "1:02", "00:01:02.345", "1:02,5", "00:01:02:15" (whose frames are left out) at `at`. No digit or
// colon stands on either side of it.
std::optional<Clock> clock_at(std::string_view text, std::size_t at);

// The same in brackets, perhaps escaped: "[1:02]", "(00:15)", "\[0:20 \]", "[@02:30]", or a range,
// of which the first counts: "[0:01 → 0:05]", "[0:01 - 0:05]"; in seconds a range only: "[0.5 -
// 2.1]".
std::optional<Clock> bracketed_clock_at(std::string_view text, std::size_t at);

// A clock or a range, with brackets or without.
std::optional<Clock> any_clock_at(std::string_view text, std::size_t at);

// All of the text: a clock, or seconds: "4.720", "4.72s", "1e1" is none.
std::optional<Time> parse_time(std::string_view text);

// Seconds or milliseconds as JSON and tables have them. At most 1,000 hours; else nothing.
std::optional<Time> to_time(double seconds);

}  // namespace cmos::transcript
