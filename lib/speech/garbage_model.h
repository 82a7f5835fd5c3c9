// What sound scores that is laid on no phone in particular.
#pragma once

#include <array>
#include <cstddef>
#include <utility>
#include <vector>

#include "speech/block_scores.h"

namespace cmos {

using GarbageScores = std::array<Score, BlockScores::kFrames>;

// So far below the best of all phones without context that text which is said scores more, and
// other text less. Every reference frame is compared with all phones, first by the cepstra alone
// (stream 0), then the candidates by all streams; the frames behind it with those that were best.
// The definition outlives it. One thread at a time.
class GarbageModel {
 public:
  explicit GarbageModel(const ModelDefinition& definition) : definition_(definition) {}

  // Of the block's frames.
  void score(BlockScores& block, GarbageScores& scores);

 private:
  template <typename ScoreOf>
  Score best_state(PhoneId phone, ScoreOf score_of) const;
  void compare_all_phones(BlockScores& block);
  void keep_best_phones(std::size_t count);
  Score best_contender(BlockScores& block) const;

  const ModelDefinition& definition_;
  std::vector<std::pair<Score, PhoneId>> phones_;  // Contenders and scores.
};

}  // namespace cmos
