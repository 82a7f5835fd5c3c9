// Moments and lengths of an episode, and the forms in which people write them.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

#include "cmos/export.h"

namespace cmos {

// A moment (from the first sample that is heard) or a length.
using Time = std::chrono::milliseconds;

// Half-open: the end is the first moment that is not inside.
struct Interval {
  Time start{0};
  Time end{0};

  Time length() const { return end - start; }
  friend bool operator==(const Interval&, const Interval&) = default;
};

// Reads "m:ss", "mm:ss" or "h:mm:ss", optionally with a fraction of up to three digits ("12:34.5"):
// digits only, minutes (behind hours) and seconds below 60. Nothing else is a time: "1:2", "99:99",
// " 1:00" are not.
CMOS_API std::optional<Time> parse_clock(std::string_view text);

// "0:05", "12:34", "1:02:03": whole seconds, floored. The time is not negative.
CMOS_API std::string format_clock(Time time);

// "00:01:02.345", hours in two digits or more; the separator is '.' (WebVTT) or ',' (SRT).
CMOS_API std::string format_timestamp(Time time, char separator);

}  // namespace cmos
