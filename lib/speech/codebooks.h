// The Gaussian densities of an acoustic model, prepared for scoring in whole numbers, so that every
// processor gets the same bits.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "cmos/error.h"
#include "speech/feature_options.h"
#include "speech/score.h"

namespace cmos {

// Features are whole numbers: 256 are one unit of the model's cepstra.
constexpr int kFeatureUnit = 256;
// Feature dimensions of a stream come in pairs; the last half pair is zero.
constexpr std::size_t kPairCount = (kCepstrumSize + 1) / 2;

// One frame's features, as [stream][dimension], dimensions padded by zeros.
using FeatureFrame = std::array<std::array<std::int16_t, 2 * kPairCount>, kStreamCount>;

constexpr int kTopDensities = 4;
constexpr int kMaxDensities = 512;

// The best densities of one codebook's stream for one frame.
struct TopDensities {
  Score cost;  // Of the best: negative log density plus a constant.
  std::array<std::uint16_t, kTopDensities> index;
  std::array<float, kTopDensities> weight;  // Density relative to the best: 1, then less.
};

// One density of one stream, in the model's units.
struct Density {
  std::array<double, kCepstrumSize> mean;
  std::array<double, kCepstrumSize> precision;  // 1 / variance.
};

// What becomes of one dimension of a stream: mean' = slope mean + offset, deviation' = spread
// deviation. Units are the model's.
struct DimensionTransform {
  double slope = 1;
  double offset = 0;
  double spread = 1;
};
using StreamTransform = std::array<DimensionTransform, kCepstrumSize>;

class Codebooks {
 public:
  // Reads the files `means` and `variances`. Variances that are zero or below the floor are raised
  // to it (Debian's model has such); negative ones, and counts that differ between the files, are
  // errors. Errors: "model-damaged", "model-unsupported".
  static Result<Codebooks> parse(std::string_view means, std::string_view variances);

  std::size_t count() const { return count_; }
  std::size_t densities() const { return densities_; }

  // Scores one stream of one codebook for all frames: tops[frame * kStreamCount]. Uses the widest
  // vectors that the processor has. Thread-safe.
  void score(std::size_t codebook, std::size_t stream, std::span<const FeatureFrame> frames,
             std::span<TopDensities> tops) const;

  Density density(std::size_t codebook, std::size_t stream, std::size_t density) const;

  // Changes all densities of one stream. Deviations stay above the floor of parse().
  void transform(std::size_t codebook, std::size_t stream, const StreamTransform& transform);

 private:
  // Where a dimension of a density lies in means_ and scales_.
  std::size_t place(std::size_t table, std::size_t density, std::size_t dimension) const;

  std::size_t count_ = 0;
  std::size_t densities_ = 0;
  std::size_t padded_ = 0;  // Densities, rounded up to kDensityBlock.
  // [codebook][stream][block][pair][density in block][2]
  std::vector<std::int16_t> means_;    // In 1/256 units.
  std::vector<std::int16_t> scales_;   // 64 / sqrt(2 variance), so that MulFixedPoint15 of scale
                                       // and difference is the distance in 1/64.
  std::vector<std::int32_t> offsets_;  // [codebook][stream][density]: in 1/4096 nat.
};

}  // namespace cmos
