#include "align/voice_activity.h"

#include <algorithm>

namespace cmos {

std::vector<Interval> sounding_stretches(Interval window, std::span<const Interval> silences) {
  std::vector<Interval> stretches;
  auto silence =
      std::ranges::partition_point(silences, [&](const auto& s) { return s.end <= window.start; });
  auto start = window.start;
  for (; silence != silences.end() && silence->start < window.end; ++silence) {
    if (silence->start > start) stretches.push_back({start, silence->start});
    start = silence->end;
  }
  if (start < window.end) stretches.push_back({start, window.end});
  if (stretches.empty()) stretches.push_back(window);
  return stretches;
}

Time find_turn_start(Time earliest, Time latest, std::span<const Interval> silences) {
  const Interval* longest = nullptr;
  auto silence =
      std::ranges::partition_point(silences, [&](const auto& s) { return s.end < earliest; });
  for (; silence != silences.end() && silence->end < latest; ++silence) {
    if (longest == nullptr || silence->length() > longest->length()) longest = &*silence;
  }
  return longest != nullptr ? longest->end : earliest + (latest - earliest) / 2;
}

}  // namespace cmos
