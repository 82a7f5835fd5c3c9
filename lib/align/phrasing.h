// Where a speaker pauses: words laid into the stretches of sound between silences.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "align/text_pacing.h"
#include "cmos/time.h"

namespace cmos {

// The pace that nobody falls below for long, in milliseconds a speech sound: none of 269 turns of
// real pages does, pauses included (docs/notes/alignment.md). Sound that lasts longer is not all
// speech.
constexpr double kSlowestPace = 200;

// Divides the words over the stretches in the likeliest way: result[i] is the first word of stretch
// i, result[i + 1] the one behind its last. A stretch may get none (breath, laughter, music). The
// stretches are in order and disjoint; there is at least one. Time and memory grow with the number
// of stretches times that of the words within some 15 seconds of where an even pace would put them.
// The model of speech behind it: docs/alignment.md.
std::vector<std::size_t> divide_words(std::span<const SpokenWord> words,
                                      std::span<const Interval> stretches);

}  // namespace cmos
