#include "align/stamp_shift.h"

#include <algorithm>
#include <vector>

namespace cmos {
namespace {

constexpr Time kFlooring{500};
constexpr Time kTolerance{1500};
constexpr Time kSmallestShift{2000};
constexpr std::size_t kFewestTurns = 5;
constexpr float kSure = 0.5F;

std::vector<StampedStart> sure_starts(const Episode& episode, const Alignment& alignment) {
  std::vector<StampedStart> starts;
  for (std::size_t i = 0; i < episode.turns.size(); ++i) {
    const Turn& turn = episode.turns[i];
    const auto confidence = alignment.words[turn.first_word].confidence;
    if (turn.stamp && confidence && *confidence >= kSure) {
      starts.push_back({*turn.stamp, alignment.turns[i].start});
    }
  }
  return starts;
}

}  // namespace

std::optional<Time> find_constant_shift(std::span<const StampedStart> starts) {
  if (starts.size() < kFewestTurns) return std::nullopt;
  std::vector<Time> differences;
  differences.reserve(starts.size());
  for (const StampedStart& s : starts) differences.push_back(s.stamp + kFlooring - s.start);
  const auto middle = differences.begin() + static_cast<std::ptrdiff_t>(differences.size() / 2);
  std::ranges::nth_element(differences, middle);
  const Time median = *middle;
  const auto agreeing = std::ranges::count_if(
      differences, [&](Time d) { return std::chrono::abs(d - median) <= kTolerance; });
  if (std::chrono::abs(median) < kSmallestShift ||
      static_cast<std::size_t>(agreeing) * 5 < differences.size() * 4) {
    return std::nullopt;
  }
  return std::chrono::round<std::chrono::seconds>(median);
}

std::optional<Time> find_constant_shift(const Episode& episode, const Alignment& alignment) {
  return find_constant_shift(sure_starts(episode, alignment));
}

}  // namespace cmos
