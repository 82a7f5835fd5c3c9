// When each word of an episode is spoken.
#pragma once

#include <optional>
#include <vector>

#include "base/diagnostic.h"
#include "base/time.h"

namespace cmos {

struct WordTiming {
  Interval time;  // Longer than nothing; starts never decrease, words do not overlap.
  std::optional<float>
      confidence;  // 0 to 1. None where nothing was measured: notes, times from stamps alone.
};

struct Alignment {
  Time duration{0};               // Of the sound; nothing lies after it.
  std::vector<WordTiming> words;  // One for each of Episode::words.
  std::vector<Interval>
      turns;  // One for each of Episode::turns: from its first word's start to its last one's end.
  Diagnostics diagnostics;
};

}  // namespace cmos
