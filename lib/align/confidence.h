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
  static constexpr std::size_t kCount = 5;
  // 0: mean score a frame over unknown sound, in nats; 1: the same for the words around it, those
  // left out and unknown sound included; 2: share of its phones that are as short as can be;
  // 3: how far its length a phone is from the usual one, as |ln ratio|; 4: the lowest mean score of
  // one of its phones.
  std::array<double, kCount> values{};
  bool is_found = false;
};

// One entry for each word; those that were not found have no values of their own.
std::vector<WordEvidence> word_evidence(const WordGraph& graph, std::span<const PathStep> path,
                                        std::span<const HeardWord> words, std::size_t frame_count);

// Between 0 and 1: the share of words with such evidence that lie within 200 ms of the truth
// (logistic regression; docs/acoustic-alignment.md says on what).
float confidence(const WordEvidence& evidence);

}  // namespace cmos
