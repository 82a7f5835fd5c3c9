// The inner loop of scoring: distances of frames to the densities of one stream of one codebook.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

#include "speech/codebooks.h"

namespace cmos {

// Densities lie in blocks, in which the same pair of dimensions of all of them is together.
constexpr std::size_t kDensityBlock = 16;

struct DensityTable {
  const std::int16_t* means;    // [block][pair][density in block][2]
  const std::int16_t* scales;   // The same.
  const std::int32_t* offsets;  // [density]
  std::size_t densities;        // A multiple of kDensityBlock.
};

// Writes the best densities of frame f to tops[f * stride]. Dispatches to the widest vectors that
// the processor has; whole numbers give the same result on all.
void score_densities(const DensityTable& table, std::span<const FeatureFrame> frames,
                     std::size_t stream, std::span<TopDensities> tops, std::size_t stride);

}  // namespace cmos
