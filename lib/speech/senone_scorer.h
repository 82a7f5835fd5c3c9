// Log likelihoods of senones, frame by frame.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "speech/acoustic_model.h"

namespace cmos {

// Scores the senones that are asked for, each at most once a frame. The model outlives it. One
// thread at a time.
class SenoneScorer {
 public:
  explicit SenoneScorer(const AcousticModel& model);

  // Frames that are scored together.
  static constexpr std::size_t kBlock = 16;

  // Takes up to kBlock frames; then frame i of them can be asked for.
  void start_block(std::span<const FeatureFrame> frames);
  void select(std::size_t frame_in_block);

  // Log likelihood in 1/128 nat (but for a constant) of the frame selected.
  std::int32_t score(SenoneId senone) {
    Entry& entry = cache_[senone];
    if (entry.serial != serial_) entry = {serial_, compute(senone)};
    return entry.score;
  }

  // What sound counts as that is laid on no phone in particular. Text that is not what is said
  // scores less on it, text that is scores more, in clean and in noisy sound: so far below the best
  // of all phones without context as these lie apart (docs/acoustic-alignment.md).
  std::int32_t unknown_score() const { return unknown_score_; }

 private:
  struct Entry {
    std::uint32_t serial = 0;
    std::int32_t score = 0;
  };

  std::int32_t compute(SenoneId senone) const;

  const AcousticModel& model_;
  std::vector<std::uint16_t> codebooks_;      // Of each senone.
  std::vector<SenoneId> base_senones_;        // Of phones without context.
  std::vector<TopDensities> tops_;            // Of the block's frames.
  const TopDensities* frame_tops_ = nullptr;  // Of the frame selected.
  std::vector<Entry> cache_;
  std::uint32_t serial_ = 0;
  std::int32_t unknown_score_ = 0;
};

}  // namespace cmos
