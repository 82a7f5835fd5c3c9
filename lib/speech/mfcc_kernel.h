// The inner loops of the MFCC front end, which work on eight frames at once, one in each lane.
#pragma once

#include <array>
#include <cstddef>
#include <span>

namespace cmos {

constexpr std::size_t kMfccLanes = 8;
using MfccLanes = std::array<float, kMfccLanes>;

// Samples of a transform; half as many complex points, as the samples are real.
constexpr std::size_t kFourierSize = 512;
constexpr std::size_t kFourierHalf = kFourierSize / 2;

struct FourierTables {
  std::array<float, kFourierHalf> cosines;  // Of 2 pi i / kFourierSize.
  std::array<float, kFourierHalf> sines;
};

struct Spectra {
  std::array<MfccLanes, kFourierHalf> real;       // Before: even samples, in bit-reversed order.
  std::array<MfccLanes, kFourierHalf> imaginary;  // Before: odd samples.
  std::array<MfccLanes, kFourierHalf + 1> power;  // After.
};

// The power spectra of real and imaginary part, which it overwrites. Dispatches to the widest
// vectors that the processor has; without fused multiplications (cmake/Modules.cmake) all give the
// same bits, as all below.
void compute_power(const FourierTables& tables, Spectra& spectra);

// The sum of weights[i] * values[i], lane by lane. There are as many values as weights.
MfccLanes weighted_sum(std::span<const float> weights, const MfccLanes* values);

}  // namespace cmos
