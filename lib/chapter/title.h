// Titles as a person would write them, out of what is said.
#pragma once

#include <string>

#include "chapter/vocabulary.h"
#include "episode/episode.h"

namespace cmos {

struct ChapterTitle {
  std::string text;    // At most kMaxTitle grapheme clusters, and an ellipsis if it was cut.
  double quality = 0;  // 0 to 1: how well it says what comes next.
  bool is_question = false;
};

// Our choice: what a phone shows in two lines.
constexpr std::size_t kMaxTitle = 70;

// The best title within the turn: a question rather than a statement, one that says much rather
// than "right?", without what people say in front of it ("okay, so"). Where the
// language has words for it, clauses inside a long sentence count too. `vocabulary` is the
// episode's.
ChapterTitle title_of_turn(const Episode& episode, const Turn& turn, const Vocabulary& vocabulary);

}  // namespace cmos
