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

  // What sound counts as that is laid on no phone in particular: so far below the best of all
  // phones without context that text which is said scores more, and other text less.
  std::int32_t unknown_score() const { return unknown_score_; }

 private:
  struct Entry {
    std::uint32_t serial = 0;
    std::int32_t score = 0;
  };

  // Every fourth frame is compared with all phones; those behind it with the ones that were best.
  static constexpr std::size_t kReferenceStep = 4;
  static constexpr std::size_t kContenders = 6;
  // Frames whose densities are scored together: the references of a block, and by fours, as they
  // come, the others.
  static constexpr std::size_t kSetCount = 4;
  static constexpr std::size_t kSetSize = kBlock / kSetCount;
  struct FrameSet {
    std::vector<FeatureFrame> frames;
    std::vector<bool> is_scored;     // By codebook.
    std::vector<TopDensities> tops;  // [codebook][frame][stream]
  };
  struct Place {
    std::size_t set;
    std::size_t index;
  };

  static Place place_of(std::size_t frame_in_block);
  std::int32_t compute(SenoneId senone);
  const TopDensities* tops_of(std::size_t codebook);
  std::int32_t best_state(PhoneId phone);
  void compare_all_phones();
  std::int32_t best_contender();

  const AcousticModel& model_;
  std::vector<std::uint16_t> codebooks_;  // Of each senone.
  std::array<FrameSet, kSetCount> sets_;
  Place selected_{};
  std::vector<Entry> cache_;
  std::uint32_t serial_ = 0;
  std::vector<std::pair<std::int32_t, PhoneId>> phones_;  // By their best state, best first.
  std::int32_t unknown_score_ = 0;
};

}  // namespace cmos
