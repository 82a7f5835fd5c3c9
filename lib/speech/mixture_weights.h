// How much each density of a codebook counts in each senone.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "cmos/error.h"
#include "speech/codebooks.h"

namespace cmos {

// One byte a weight: b stands for the natural logarithm -b * kWeightStep (Sphinx's log base 1.0001,
// shifted by 10 bits).
constexpr double kWeightStep = 1024 * 0.00009999500033330834;  // 1024 ln 1.0001

// What each byte stands for, exp(-b * kWeightStep).
const std::array<float, 256>& linear_weights();

struct MixtureWeights {
  std::size_t senones = 0;
  std::size_t streams = 0;
  std::size_t densities = 0;
  std::vector<std::uint8_t> bytes;  // [senone][stream][density]

  const std::uint8_t* row(std::size_t senone, std::size_t stream) const {
    return bytes.data() + (senone * streams + stream) * densities;
  }
};

// The likelihood of a senone in one stream, over that of the best density. `weights` is its row.
inline float mixture(const TopDensities& top, const std::uint8_t* weights) {
  const std::array<float, 256>& linear = linear_weights();
  float sum = 0;
  for (std::size_t i = 0; i < kTopDensities; ++i) {
    sum += top.weight[i] * linear[weights[top.index[i]]];
  }
  return sum;
}

// Reads `sendump` (8-bit, in either byte order) or `mixture_weights` (counts or probabilities,
// which are normalised and floored at 1e-7 as PocketSphinx does). The counts must be those that the
// other files of the model have. Errors: "model-damaged", "model-unsupported".
Result<MixtureWeights> parse_sendump(std::string_view bytes, std::size_t senones,
                                     std::size_t streams, std::size_t densities);
Result<MixtureWeights> parse_mixture_weights(std::string_view bytes, std::size_t senones,
                                             std::size_t streams, std::size_t densities);

}  // namespace cmos
