// Where a recording sounds and where it is silent.
#pragma once

#include <span>
#include <vector>

#include "cmos/time.h"

namespace cmos {

// What is known of the sound.
struct VoiceActivity {
  Time duration{0};
  // In order, disjoint, within [0, duration). The more the better: from about 100 ms on.
  std::vector<Interval> silences;
};

// What is left of the window between the silences, in order; all of it if nothing is.
std::vector<Interval> sounding_stretches(Interval window, std::span<const Interval> silences);

// Where a turn begins whose start lies in [earliest, latest): at the end of the longest silence
// that ends there; in the middle if the speakers leave none.
Time find_turn_start(Time earliest, Time latest, std::span<const Interval> silences);

}  // namespace cmos
