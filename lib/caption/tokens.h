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

// A word, with what it means to end a line behind it.
struct Token {
  std::string text;
  Interval time;
  std::size_t width;    // Grapheme clusters.
  bool joined;          // Word::joined.
  std::size_t speaker;  // Index into Episode::speakers.
  LineEnd end;          // What it means to end a line behind it. Where a paragraph or a turn ends:
                        // sentence_end.
  EndCost cost;         // Of a line's end behind it.
  bool begins_cue = false;    // Exactly when the word begins (KnownTime::is_cue_edge).
  bool ends_cue = false;      // Exactly when the word ends.
  std::size_t known_cue = 0;  // The number of the KnownCue that it is in; 0: none.
};

// All words of the episode in order, without those that show nothing or are not spoken. The
// alignment has a timing for each of them.
std::vector<Token> tokenize(const Episode& episode, const Alignment& alignment);

}  // namespace cmos
