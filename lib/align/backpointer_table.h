// The backpointer table: where the paths of a search came from.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "speech/frame.h"
#include "speech/score.h"

namespace cmos {

// One phone of a path.
struct PathStep {
  std::uint32_t node;    // Of the graph.
  Frame first_frame;     // The phone lasts until the next step's first frame.
  Score acoustic_score;  // What it adds to the path's, without the penalty of entering.
};

// The first frame of a step; of the one behind the last, `frame_count`: those of the whole path.
inline Frame first_frame(std::span<const PathStep> path, std::size_t step, Frame frame_count) {
  return step < path.size() ? path[step].first_frame : frame_count;
}

// All paths alive as a tree, from the youngest steps to their common past. What no path needs is
// given back, so that the memory is that of one path and a few seconds of alternatives.
class BackpointerTable {
 public:
  static constexpr std::uint32_t kNone = UINT32_MAX;

  // Returns the new step's name. `score` is the path's up to here, modulo 2^32.
  std::uint32_t add(std::uint32_t previous, std::uint32_t node, Frame first_frame, Score score) {
    steps_.push_back({node, first_frame, score, previous});
    return static_cast<std::uint32_t>(steps_.size() - 1);
  }

  Frame first_frame(std::uint32_t step) const { return steps_[step].first_frame; }

  bool is_crowded() const { return steps_.size() >= limit_; }

  // Keeps what leads to these steps and renames them; kNone stays.
  void collect(std::span<std::uint32_t* const> alive);

  // The path to a step, oldest first. `score` is that of the whole path.
  std::vector<PathStep> trace(std::uint32_t last, Score score) const;

 private:
  struct Link {
    std::uint32_t node;
    Frame first_frame;
    Score score;
    std::uint32_t previous;
  };

  static constexpr std::size_t kMinimumLimit = 1U << 15;
  std::vector<Link> steps_;
  std::size_t limit_ = kMinimumLimit;
};

}  // namespace cmos
