// From a path through the graph to times: when its words begin and end, and what lies between them.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "align/heard_words.h"
#include "align/word_boundaries.h"
#include "cmos/alignment.h"
#include "speech/band_levels.h"
#include "speech/frame.h"

namespace cmos {

// For each of the heard words its time, as people mark it (docs/acoustic-alignment.md); nothing for
// those that were not found. `levels` are of the sound that was searched.
std::vector<std::optional<SoundInterval>> word_times(const SearchedPath& path,
                                                     std::span<const HeardWord> words,
                                                     std::span<const BandLevels::Levels> levels);

// The sound that the path lays on no word: one stretch between two words, with its silences.
std::vector<UntranscribedSound> untranscribed_sound(const SearchedPath& path);

}  // namespace cmos
