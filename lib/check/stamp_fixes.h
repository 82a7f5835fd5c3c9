// Stamps against the moments at which turns are heard to begin: which are wrong, and the right
// ones.
#pragma once

#include <chrono>
#include <cstddef>
#include <map>
#include <string_view>
#include <vector>

#include "cmos/alignment.h"
#include "cmos/diagnostic.h"
#include "episode/episode.h"

namespace cmos {

// Whether words were heard, and not only laid out by stamps and silences.
bool is_measured(const Alignment& alignment);

struct StampFix {
  std::chrono::seconds heard;  // When the turn begins, floored.
  Edit edit;                   // Writes that in the form of the old stamp.
};

// By turn: stamps more than 1 s from the floored beginning of their turns, beyond doubt. A turn
// whose first four words have a mean confidence of at least 0.5 is heard where it begins; others
// begin somewhere between the sure ones around them. `page` is the text that the episode was read
// from. Nothing where nothing was measured.
std::map<std::size_t, StampFix> find_wrong_stamps(const Episode& episode,
                                                  const Alignment& alignment,
                                                  std::string_view page);

// The edits that put a stamp before each turn of a transcript that has none; nothing for one that
// has some, or where nothing was measured.
std::vector<Edit> absent_stamps(const Episode& episode, const Alignment& alignment);

}  // namespace cmos
