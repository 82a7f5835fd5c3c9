// What a path search does at the fixed ends of its graph.
#include <algorithm>
#include <cstddef>
#include <cstdint>

#include "align/path_search.h"

namespace cmos {
namespace {

// Words beyond these cost no more to leave out at a fixed end.
constexpr std::size_t kMostLeftOut = 1000;

}  // namespace

// Those between its first and its last boundary.
void PathSearch::find_fixed_ends(std::size_t first_word) {
  const auto is_before = [&](const WordGraph::FixedEnd& end) {
    return end.boundary < first_word || end.frame <= frame_;
  };
  fixed_ends_ = graph_.fixed_ends();
  while (!fixed_ends_.empty() && is_before(fixed_ends_.front())) {
    fixed_ends_ = fixed_ends_.subspan(1);
  }
  while (!fixed_ends_.empty() && fixed_ends_.back().boundary >= end_) {
    fixed_ends_ = fixed_ends_.first(fixed_ends_.size() - 1);
  }
}

// With the next frame.
void PathSearch::meet_fixed_ends() {
  if (fixed_ends_.empty() || fixed_ends_.front().frame != frame_ + 1) return;
  last_fixed_ = fixed_ends_.front().boundary;
  gather(last_fixed_);
  fixed_ends_ = fixed_ends_.subspan(1);
}

// The best of all paths goes on from the boundary, without the words that it has not said.
void PathSearch::gather(std::size_t boundary) {
  Token best;
  const auto arrive = [&](std::size_t from, Token token) {
    if (token.score <= -kImpossible / 2) return;
    const auto left_out = static_cast<Score>(std::min(boundary - from, kMostLeftOut));
    token.score -= left_out * options_.deletion_penalty;
    keep_better(best, token);
  };
  for (const std::uint32_t reached : reached_) {
    const Arrivals& arrivals = boundaries_[reached];
    for (const Token& token : {arrivals.joined, arrivals.ended, arrivals.paused}) {
      arrive(reached, token);
    }
    boundaries_[reached] = {};
  }
  reached_.clear();
  for (const Slot& slot : slots_) {
    for (const Token& token : slot.states) arrive(slot.word, token);
    slot_of_[slot.node] = -1;
  }
  slots_.clear();
  threshold_ = best.score - options_.beam;
  arrivals_at(boundary) = {best, best, best};
}

void PathSearch::follow_corridor() {
  if (corridor_ != nullptr) cell_ = corridor_->at(frame_);
}

}  // namespace cmos
