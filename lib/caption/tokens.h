// The pieces of speech that lines are made of.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "caption/costs.h"
#include "caption/line_end.h"
#include "cmos/alignment.h"
#include "cmos/time.h"
#include "episode/episode.h"

namespace cmos {

// A word, or a piece of one in a script without spaces, where UAX #14 lets a line end.
struct Token {
  std::string text;
  Interval time;        // A piece's is its share of the word's, by its width.
  std::size_t width;    // Grapheme clusters.
  bool joined;          // No space before it.
  std::size_t speaker;  // Index into Episode::speakers.
  LineEnd end;          // What it means to end a line behind it. Where a paragraph or a turn ends:
                        // sentence_end.
  EndCost cost;         // Of a line's end behind it.
};

// All words of the episode in order, without those that show nothing or are not spoken. The
// alignment has a timing for each of them.
std::vector<Token> tokenize(const Episode& episode, const Alignment& alignment);

}  // namespace cmos
