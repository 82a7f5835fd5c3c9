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

// A stamp says that a word begins within the second from `time` on.
struct StampedWord {
  std::size_t word;
  Time time;
};

struct Division {
  // firsts[i] is the first word of stretch i, firsts[i + 1] the one behind its last. A stretch may
  // get none (breath, laughter, music).
  std::vector<std::size_t> firsts;
  double cost;  // The negative logarithm of how likely it is; comparable for the same stretches.
};

// Divides the words over the stretches in the likeliest way. The stretches are in order and
// disjoint; there is at least one. A word that begins a stretch near to its stamp makes the
// division likelier; a stamp that the rest speaks against is ignored. Stamps are in the order of
// their words. Words are looked for within a minute of `course`, points that both words and times
// rise along, or else of an even pace; time and memory grow with the number of stretches times that
// of the words there. The model of speech behind it: docs/alignment.md.
Division divide_words(std::span<const SpokenWord> words, std::span<const Interval> stretches,
                      std::span<const StampedWord> stamps = {},
                      std::span<const StampedWord> course = {});

// When each word is said: within a stretch one follows the other, each as long as its share.
std::vector<Interval> time_words(std::span<const SpokenWord> words,
                                 std::span<const Interval> stretches, const Division& division);

}  // namespace cmos
