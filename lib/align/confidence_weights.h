// What each piece of evidence tells of a word: written by bench/learn_confidence.
#pragma once

#include <array>

#include "align/confidence.h"

namespace cmos {

// Of WordEvidence::values, in nats of the odds that a word lies where it is spoken.
// Begin of what is written.
inline constexpr double kConfidenceBias = 3.2;
inline constexpr std::array<double, WordEvidence::kCount> kConfidenceWeights{
    -1.017, -2.963, 0.402, 0.1877, -2.394, -2.19, 0.2102, -0.7465, -1.252, -1.563};
// End of what is written.

}  // namespace cmos
