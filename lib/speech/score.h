// Log likelihoods in whole numbers, so that every processor gets the same bits.
#pragma once

#include <cstdint>

namespace cmos {

// A log likelihood, or (negated) a cost or penalty, in 1/128 nat.
using Score = std::int32_t;

inline constexpr Score kNat = 128;

// The cost of what cannot be; sums of a few of these still fit.
inline constexpr Score kImpossible = 1 << 28;

}  // namespace cmos
