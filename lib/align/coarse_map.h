// Which stretches of a sound say which stretches of a text.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "align/feature_store.h"
#include "align/word_graph.h"
#include "speech/frame.h"

namespace cmos {

// Where a word begins, but for a tenth of a second or two.
struct Anchor {
  std::uint32_t word;
  Frame frame;

  // Whether the word is heard there by a path that begins it at that frame.
  bool agrees_with(Frame begin) const;
};

// Words [first_word, end_word) in frames [first_frame, end_frame), without a large difference.
struct Segment {
  Frame first_frame;
  Frame end_frame;
  std::size_t first_word;
  std::size_t end_word;
  double gain;  // Nats over garbage, by which it is told from chance.
};

struct CoarseMap {
  Frame frame_count = 0;
  std::size_t word_count = 0;     // That have anything to say.
  std::vector<Segment> segments;  // In the order of sound and text; sure ones only.
  std::vector<Anchor> anchors;    // The words heard in the segments, in order.
};

// Whether there is so much of both that something is found wherever they have anything in common.
bool is_telling(Frame frame_count, std::size_t word_count);

// The best of all order-keeping maps of frames [first, end) and the whole text (coarse_search.h).
CoarseMap map_coarsely(const WordGraph& graph, const FeatureStore& store, Frame first, Frame end);

}  // namespace cmos
