// Log likelihoods of senones, frame by frame.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "speech/acoustic_model.h"
#include "speech/frame.h"

namespace cmos {

// Scores the senones that are asked for, each at most once a frame, and densities only of codebooks
// that are needed. What it says of a frame depends on the block's frames alone, not on what was
// asked for before. Model and codebooks outlive it; codebooks may change between blocks. One thread
// at a time.
class SenoneScorer {
 public:
  // `codebooks` take the place of the model's own.
  SenoneScorer(const AcousticModel& model, const Codebooks& codebooks);

  // Frames that are taken together.
  static constexpr Frame kBlock = 20;

  // Takes up to kBlock frames; then they are to be selected one after the other.
  void start_block(std::span<const FeatureFrame> frames);
  void select(std::size_t frame_in_block);

  // Log likelihood (but for a constant) of the frame selected.
  Score score(SenoneId senone) {
    Entry& entry = cache_[senone];
    if (entry.serial != serial_) entry = {serial_, compute<kStreamCount>(senone)};
    return entry.score;
  }

  // What sound counts as that is laid on no phone in particular: so far below the best of all
  // phones without context that text which is said scores more, and other text less.
  Score garbage_score() const { return garbage_score_; }

 private:
  struct Entry {
    std::uint32_t serial = 0;
    Score score = 0;
  };

  // Every fifth frame is compared with all phones, first by the cepstra alone (stream 0), then the
  // candidates by all streams; the frames behind it with those that were best.
  static constexpr std::size_t kReferenceStep = 5;
  static constexpr std::size_t kCandidates = 12;
  static constexpr std::size_t kContenders = 8;
  // Frames whose densities are scored together: the references of a block, and by fours, as they
  // come, the others.
  static constexpr std::size_t kSetCount = kReferenceStep;
  static constexpr std::size_t kSetSize = kBlock / kSetCount;
  struct FrameSet {
    std::vector<FeatureFrame> frames;
    std::vector<std::uint8_t> scored_streams;  // [codebook]: so many of its streams, from the
                                               // first.
    std::vector<TopDensities> tops;            // [codebook][frame][stream]
  };
  struct Place {
    std::size_t set;
    std::size_t index;
  };

  static Place place_of(std::size_t frame_in_block);
  const TopDensities* tops(std::size_t codebook, std::size_t streams);
  // By so many streams, from the first.
  template <std::size_t streams>
  Score compute(SenoneId senone);
  // The best of a phone's states, by what `score_of` says of a senone.
  template <typename ScoreOf>
  Score best_state(PhoneId phone, ScoreOf score_of) const;
  void compare_all_phones();
  void keep_best_phones(std::size_t count);
  Score best_contender();

  const AcousticModel& model_;
  const Codebooks& codebooks_;
  std::vector<std::uint16_t> codebook_of_;  // Each senone.
  std::array<FrameSet, kSetCount> sets_;
  Place selected_{};
  std::vector<Entry> cache_;
  std::uint32_t serial_ = 0;
  std::vector<std::pair<Score, PhoneId>> phones_;  // Contenders and scores.
  Score garbage_score_ = 0;
};

}  // namespace cmos
