#include "align/stamp_judgement.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <vector>

#include "base/source_position.h"

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

Diagnostics find_stamps_beyond(const Episode& episode, Time duration, std::string_view page,
                               const std::string& file) {
  Diagnostics diagnostics;
  const LineTable lines(page);
  const Time end = std::chrono::floor<std::chrono::seconds>(duration);
  for (const Turn& turn : episode.turns) {
    if (!turn.stamp || *turn.stamp < duration) continue;
    diagnostics.push_back(
        {Severity::warning, file, lines.position(turn.stamp_source.begin),
         fmt::format("stamp [{}] lies {} after the end of the audio ({})",
                     format_clock(*turn.stamp), format_clock(*turn.stamp - end), format_clock(end)),
         "stamp-beyond-end"});
  }
  return diagnostics;
}

Diagnostics judge_stamps(const Episode& episode, const Alignment& alignment, std::string_view page,
                         const std::string& file) {
  const auto starts = sure_starts(episode, alignment);
  const auto shift = find_constant_shift(starts);
  if (!shift) return {};
  const auto first =
      std::ranges::find_if(episode.turns, [](const Turn& turn) { return turn.stamp.has_value(); });
  const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(*shift).count();
  return {{Severity::warning, file, LineTable(page).position(first->stamp_source.begin),
           fmt::format("all stamps are {} by {} s: what follows a stamp is heard {} s {}",
                       seconds > 0 ? "late" : "early", std::abs(seconds), std::abs(seconds),
                       seconds > 0 ? "before it" : "after it"),
           "stamps-shifted"}};
}

}  // namespace cmos
