// Log likelihoods of senones in the frames of a block.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "speech/acoustic_model.h"
#include "speech/frame.h"

namespace cmos {

// Scores densities only of codebooks that are needed, for frames that lie together at once. What it
// says of a frame depends on the block's frames alone, not on what was asked for before. Model and
// codebooks outlive it; codebooks may change between blocks. One thread at a time.
class BlockScores {
 public:
  // Frames that are taken together.
  static constexpr std::size_t kFrames = 20;
  // Every so many frames is a reference: the references are scored together, and by fours, as they
  // come, the others.
  static constexpr std::size_t kReferenceStep = 5;

  // `codebooks` take the place of the model's own.
  BlockScores(const AcousticModel& model, const Codebooks& codebooks);

  // Takes up to kFrames frames.
  void start(std::span<const FeatureFrame> frames);
  std::size_t size() const { return size_; }

  void select(std::size_t frame) { selected_ = place_of(frame); }
  bool is_reference() const { return selected_.set == 0; }

  // Log likelihood (but for a constant) of the frame selected, by the first streams.
  template <std::size_t streams = kStreamCount>
  Score score(SenoneId senone);

 private:
  static constexpr std::size_t kSetCount = kReferenceStep;
  static constexpr std::size_t kSetSize = kFrames / kSetCount;
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

  static Place place_of(std::size_t frame);
  const TopDensities* tops(std::size_t codebook, std::size_t streams);

  const AcousticModel& model_;
  const Codebooks& codebooks_;
  std::vector<std::uint16_t> codebook_of_;  // Each senone.
  std::array<FrameSet, kSetCount> sets_;
  std::size_t size_ = 0;
  Place selected_{};
};

}  // namespace cmos
