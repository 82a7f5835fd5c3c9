// Where the paths of a search came from.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace cmos {

// One phone of a path.
struct PathStep {
  std::uint32_t node;         // Of the graph.
  std::uint32_t first_frame;  // The phone lasts until the next step's first frame.
  std::int32_t gain;          // What it added to the path's score, without the cost of entering.
};

// All paths alive as a tree, from the youngest steps to their common past. What no path needs is
// given back, so that the memory is that of one path and a few seconds of alternatives.
class PathHistory {
 public:
  static constexpr std::uint32_t kNone = UINT32_MAX;

  // Returns the new step's name. `score` is the path's up to here, modulo 2^32.
  std::uint32_t add(std::uint32_t previous, std::uint32_t node, std::uint32_t first_frame,
                    std::int32_t score) {
    steps_.push_back({node, first_frame, score, previous});
    return static_cast<std::uint32_t>(steps_.size() - 1);
  }

  bool is_crowded() const { return steps_.size() >= limit_; }

  // Keeps what leads to these steps and renames them; kNone stays.
  void collect(std::span<std::uint32_t* const> alive);

  // The path to a step, oldest first. `score` is that of the whole path.
  std::vector<PathStep> trace(std::uint32_t last, std::int32_t score) const;

 private:
  struct Link {
    std::uint32_t node;
    std::uint32_t first_frame;
    std::int32_t score;
    std::uint32_t previous;
  };

  static constexpr std::size_t kMinimumLimit = 1U << 15;
  std::vector<Link> steps_;
  std::size_t limit_ = kMinimumLimit;
};

}  // namespace cmos
