// What the text alone says about how it is spoken: how long each word takes and where the speaker
// is likely to pause.
#pragma once

#include <string_view>
#include <vector>

#include "episode/episode.h"

namespace cmos {

// How strongly the text asks for a pause behind a word.
enum class Break { none, clause, sentence, paragraph, turn };

struct SpokenWord {
  double length;  // In speech sounds of average length, silence apart; more than 0.
  Break after = Break::none;
};

// One for each of the episode's words. Notes and punctuation get hardly any length.
std::vector<SpokenWord> estimate_speech(const Episode& episode);

// By the punctuation at the word's end and the case of the next word, which is empty behind the
// last one: none, clause (a comma, a colon, a dash) or sentence. Both are valid UTF-8.
Break find_break(std::string_view word, std::string_view next);

}  // namespace cmos
