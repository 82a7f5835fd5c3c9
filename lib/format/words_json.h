// Every word with its time: .words.json.
#pragma once

#include <string>

#include "cmos/alignment.h"
#include "episode/episode.h"

namespace cmos {

// {"version":1,"duration","language","turns":[{"speaker","stamp","start","end"}],
// "words":[{"text","start","end","confidence","turn"}]}: an entry for each word of the page and a
// line for each entry, times in seconds and confidences with three decimals, null for a turn
// without a stamp and for a word whose confidence is not known (docs/schemas/words.schema.json).
// The alignment is the episode's.
std::string write_words_json(const Episode& episode, const Alignment& alignment);

}  // namespace cmos
