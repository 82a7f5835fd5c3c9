#include "align/corridor.h"

#include <algorithm>

#include "speech/frame.h"

namespace cmos {
namespace {

constexpr Frame kCellFrames = kFrameRate / 2;
constexpr auto kReachCells =
    static_cast<std::size_t>(Corridor::kSeconds * kFrameRate / kCellFrames);

void join(Corridor::Cell& cell, const Corridor::Cell& other) {
  cell.first = std::min(cell.first, other.first);
  cell.last = std::max(cell.last, other.last);
  cell.is_gap = cell.is_gap || other.is_gap;
}

}  // namespace

Corridor::Corridor(const CoarseMap& map, const WordGraph& graph)
    : cells_(map.frame_count / kCellFrames + 1) {
  add_segments(map);
  add_gaps(map, graph.word_count());
  blur(graph.word_count());
  keep_fixed_ends(graph.fixed_ends(), graph.word_count());
}

// In each cell, words and boundaries between the last end before it and the first one behind it.
void Corridor::keep_fixed_ends(std::span<const WordGraph::FixedEnd> ends, std::size_t word_count) {
  std::uint32_t first = 0;
  auto passed = ends.begin();
  auto next = ends.begin();
  for (std::size_t i = 0; i < cells_.size() && !ends.empty(); ++i) {
    for (; passed != ends.end() && passed->frame < i * kCellFrames; ++passed) {
      first = passed->boundary;
    }
    while (next != ends.end() && next->frame <= (i + 1) * kCellFrames) ++next;
    const auto last = next == ends.end() ? static_cast<std::uint32_t>(word_count) : next->boundary;
    cells_[i].first = std::clamp(cells_[i].first, first, last);
    cells_[i].last = std::clamp(cells_[i].last, first, last);
  }
}

const Corridor::Cell& Corridor::at(Frame frame) const {
  return cells_[std::min<std::size_t>(frame / kCellFrames, cells_.size() - 1)];
}

void Corridor::widen(Frame first_frame, Frame end_frame, Cell range) {
  const std::size_t end = std::min<std::size_t>(end_frame / kCellFrames + 1, cells_.size());
  for (std::size_t cell = first_frame / kCellFrames; cell < end; ++cell) join(cells_[cell], range);
}

void Corridor::add_segments(const CoarseMap& map) {
  auto anchor = map.anchors.begin();
  for (const Segment& segment : map.segments) {
    for (; anchor != map.anchors.end() && anchor->word < segment.end_word; ++anchor) {
      const auto next = anchor + 1;
      const bool is_last = next == map.anchors.end() || next->word >= segment.end_word;
      widen(anchor->frame, is_last ? segment.end_frame : next->frame,
            {anchor->word, anchor->word + 1});
    }
  }
}

void Corridor::add_gaps(const CoarseMap& map, std::size_t word_count) {
  Frame frame = 0;
  std::size_t word = 0;
  const auto add = [&](Frame end_frame, std::size_t end_word) {
    widen(frame, end_frame,
          {static_cast<std::uint32_t>(word), static_cast<std::uint32_t>(end_word), true});
  };
  for (const Segment& segment : map.segments) {
    add(segment.first_frame, segment.first_word);
    frame = segment.end_frame;
    word = segment.end_word;
  }
  add(map.frame_count, word_count);
}

void Corridor::blur(std::size_t word_count) {
  const std::vector<Cell> sharp = cells_;
  for (std::size_t i = 0; i < cells_.size(); ++i) {
    const std::size_t end = std::min(i + kReachCells + 1, cells_.size());
    for (std::size_t near = i - std::min(i, kReachCells); near < end; ++near) {
      join(cells_[i], sharp[near]);
    }
    cells_[i].first -= std::min(cells_[i].first, kWords);
    cells_[i].last = std::min(cells_[i].last + kWords, static_cast<std::uint32_t>(word_count));
  }
}

}  // namespace cmos
