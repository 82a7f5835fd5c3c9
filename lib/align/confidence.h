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
  static constexpr std::size_t kCount = 10;
  // 0: how far its phones' durations are from the usual one, as mean |ln ratio|; 1: the same over
  // the word and its two neighbours; 2: ln(1 + its score over garbage, in nats); 3: mean scores a
  // frame, less the usual one, of 200 ms before it, after its start and behind it, added up;
  // 4: whether it lies beside garbage; 5: silence beside it where the text has no break, as
  // ln(1 + length / 50 ms), over the word and its neighbours; 6: the usual score a frame; 7:
  // garbage before or behind it, the more so the less the words between score; 8: how far all its
  // phones are too long or too short together, as |sum of ln ratio| over the root of their number;
  // 9: how little it and its neighbours score, 1 for nothing.
  std::array<double, kCount> values{};
  bool is_found = false;
};

// One entry for each word; those that were not found have no values of their own.
std::vector<WordEvidence> word_evidence(const WordGraph& graph, std::span<const PathStep> path,
                                        std::span<const HeardWord> words, Frame frame_count);

// Between 0 and 1, by logistic regression (confidence_weights.h): of the words that start more than
// 200 ms from the truth a fifth have more than 0.5 (docs/notes/acoustic-alignment.md says of
// which).
float confidence(const WordEvidence& evidence);

}  // namespace cmos
