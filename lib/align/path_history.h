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
  std::int32_t score;         // Of the path up to here, without the cost of entering; modulo 2^32.
};

// All paths alive as a tree, from the youngest steps to their common past. What no path needs is
// given back, so that the memory is that of one path and a few seconds of alternatives.
class PathHistory {
 public:
  static constexpr std::uint32_t kNone = UINT32_MAX;

  // Returns the new step's name.
  std::uint32_t add(std::uint32_t previous, const PathStep& step) {
    steps_.push_back({step, previous});
    return static_cast<std::uint32_t>(steps_.size() - 1);
  }

  bool is_crowded() const { return steps_.size() >= limit_; }

  // Keeps what leads to these steps and renames them; kNone stays.
  void collect(std::span<std::uint32_t* const> alive);

  // The path to a step, oldest first.
  std::vector<PathStep> trace(std::uint32_t last) const;

 private:
  struct Link {
    PathStep step;
    std::uint32_t previous;
  };

  static constexpr std::size_t kMinimumLimit = 1U << 15;
  std::vector<Link> steps_;
  std::size_t limit_ = kMinimumLimit;
};

}  // namespace cmos
