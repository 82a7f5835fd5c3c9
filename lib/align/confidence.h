// How sure it is that a word is spoken where it was laid.
#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <vector>

#include "align/heard_words.h"
#include "align/word_graph.h"

namespace cmos {

// What speaks for a word and against it.
struct WordEvidence {
  static constexpr std::size_t kCount = 7;
  // 0: how far its phones' durations are from the usual one, as mean |ln ratio|; 1: the same over
  // the word and its two neighbours; 2: ln(1 + its score over garbage, in nats); 3: mean scores a
  // frame, less the usual one, of 200 ms before it, after its start and behind it, added up;
  // 4: whether it lies beside garbage; 5: silence beside it where the text has no break, as
  // ln(1 + length / 50 ms), over the word and its neighbours; 6: the usual score a frame.
  std::array<double, kCount> values{};
  bool is_found = false;
};

// One entry for each word; those that were not found have no values of their own.
std::vector<WordEvidence> word_evidence(const WordGraph& graph, std::span<const PathStep> path,
                                        std::span<const HeardWord> words, Frame frame_count);

// Between 0 and 1: the share of words with such evidence that lie within 200 ms of the truth
// (logistic regression; docs/notes/acoustic-alignment.md says on what).
float confidence(const WordEvidence& evidence);

}  // namespace cmos
