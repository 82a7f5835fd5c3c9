// Which words may sound when, by a coarse map.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "align/coarse_map.h"
#include "align/word_graph.h"

namespace cmos {

// In a segment, the words within kWords of those that the map has within kSeconds; between two
// segments, all words between them.
class Corridor {
 public:
  static constexpr std::uint32_t kWords = 6;
  static constexpr double kSeconds = 1.5;

  // Words (and boundaries) [first, last].
  struct Cell {
    std::uint32_t first = UINT32_MAX;
    std::uint32_t last = 0;
    bool is_gap = false;  // Whether a gap between segments is near.

    bool has(std::size_t word) const { return word >= first && word <= last; }
  };

  // Of the graph's words, those that have nothing to say included. The graph's fixed ends count
  // more than the map.
  Corridor(const CoarseMap& map, const WordGraph& graph);

  const Cell& at(Frame frame) const;

 private:
  void widen(Frame first_frame, Frame end_frame, Cell range);
  void add_segments(const CoarseMap& map);
  void add_gaps(const CoarseMap& map, std::size_t word_count);
  void blur(std::size_t word_count);
  void keep_fixed_ends(std::span<const WordGraph::FixedEnd> ends, std::size_t word_count);

  std::vector<Cell> cells_;  // Of kCellFrames frames each.
};

}  // namespace cmos
