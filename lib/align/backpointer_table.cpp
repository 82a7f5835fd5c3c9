#include "align/backpointer_table.h"

#include <algorithm>

namespace cmos {

void BackpointerTable::collect(std::span<std::uint32_t* const> alive) {
  std::vector<std::uint32_t> names(steps_.size(), kNone);
  constexpr std::uint32_t kMarked = 0;
  for (const std::uint32_t* name : alive) {
    if (*name != kNone) names[*name] = kMarked;
  }
  // Steps are younger than those they come from.
  for (std::size_t i = steps_.size(); i-- > 0;) {
    const std::uint32_t previous = steps_[i].previous;
    if (names[i] == kMarked && previous != kNone) names[previous] = kMarked;
  }
  std::size_t kept = 0;
  for (std::size_t i = 0; i < steps_.size(); ++i) {
    if (names[i] == kNone) continue;
    names[i] = static_cast<std::uint32_t>(kept);
    Link link = steps_[i];
    if (link.previous != kNone) link.previous = names[link.previous];
    steps_[kept++] = link;
  }
  steps_.resize(kept);
  for (std::uint32_t* name : alive) {
    if (*name != kNone) *name = names[*name];
  }
  limit_ = std::max(kMinimumLimit, kept + kept / 8 + kMinimumLimit / 2);
}

std::vector<PathStep> BackpointerTable::trace(std::uint32_t last, Score score) const {
  std::vector<PathStep> path;
  auto end_score = static_cast<std::uint32_t>(score);
  for (std::uint32_t at = last; at != kNone; at = steps_[at].previous) {
    const Link& link = steps_[at];
    const auto start_score = static_cast<std::uint32_t>(link.score);
    path.push_back({link.node, link.first_frame, static_cast<Score>(end_score - start_score)});
    end_score = start_score;
  }
  std::ranges::reverse(path);
  return path;
}

}  // namespace cmos
