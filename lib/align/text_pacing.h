// What the text alone says about how it is spoken: how long each word takes and where the speaker
// is likely to pause.
#pragma once

#include <vector>

#include "episode/episode.h"
#include "language/word_shape.h"

namespace cmos {

// How strongly the text asks for a pause behind a word.
enum class Break { none, clause, sentence, paragraph, turn };

struct SpokenWord {
  double length;  // In speech sounds of average length, silence apart; more than 0.
  Break after = Break::none;
};

// One for each of the episode's words. Notes and punctuation get hardly any length.
std::vector<SpokenWord> estimate_speech(const Episode& episode);

// By the punctuation at the word's end and the next word, which is empty behind the last one: none,
// clause (a comma, a colon, a dash) or sentence.
Break find_break(const WordShape& word, const WordShape& next);

}  // namespace cmos
