// Captions as every format writes them.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "cmos/time.h"

namespace cmos {

struct CueWord {
  std::string text;
  Interval time;
  // No space before it: Word::joined.
  bool joined = false;
};

// One line on the screen. Its text is its words joined by single spaces (none before a joined one),
// a "-" or a label in front if there is one.
struct CueLine {
  std::string speaker;         // Display name; empty if unknown (captions that were read back).
  std::string text;            // UTF-8, plain: formats escape it.
  std::vector<CueWord> words;  // Empty in captions that were read back, and for a label alone.
  std::size_t label = 0;       // Bytes at the front of the text that only say who speaks: "Ann: ".
};

struct Cue {
  Interval time;
  std::vector<CueLine> lines;  // At least one. Two speakers only in a dialogue cue, a line each.
};

using Cues = std::vector<Cue>;  // Ordered by start; no two overlap.

}  // namespace cmos
