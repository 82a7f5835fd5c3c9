// Log likelihoods of senones, frame by frame.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "speech/acoustic_model.h"

namespace cmos {

// Scores the senones that are asked for, each at most once a frame, and densities only of codebooks
// that are needed. What it says of a frame depends on the block's frames alone, not on what was
// asked for before. The model outlives it. One thread at a time.
class SenoneScorer {
 public:
  explicit SenoneScorer(const AcousticModel& model);

  // Frames that are taken together.
  static constexpr std::size_t kBlock = 16;

  // Takes up to kBlock frames; then they are to be selected one after the other.
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

  // Every second frame is compared with all phones; the one behind it with those that were best.
  static constexpr std::size_t kStride = 2;
  static constexpr std::size_t kHalfBlock = kBlock / kStride;
  static constexpr std::size_t kContenders = 12;

  std::int32_t compute(SenoneId senone);
  const TopDensities* tops_of(std::size_t codebook);
  std::int32_t best_state(PhoneId phone);
  void compare_all_phones();
  std::int32_t best_contender();

  const AcousticModel& model_;
  std::vector<std::uint16_t> codebooks_;  // Of each senone.
  // By parity of the frame in the block: the frames, and for each codebook whether its densities
  // were scored, and the best of them as [codebook][frame][stream].
  std::array<std::vector<FeatureFrame>, kStride> frames_;
  std::array<std::vector<bool>, kStride> is_scored_;
  std::array<std::vector<TopDensities>, kStride> tops_;
  std::size_t selected_ = 0;  // Frame in the block.
  std::vector<Entry> cache_;
  std::uint32_t serial_ = 0;
  std::vector<std::pair<std::int32_t, PhoneId>> phones_;  // By their best state, best first.
  std::int32_t distance_ = 0;                             // From the best phone to unknown sound.
  std::int32_t unknown_score_ = 0;
};

}  // namespace cmos
