// When a cue leaves the screen.
#pragma once

#include <cstddef>
#include <optional>

#include "cmos/cue.h"
#include "cmos/style.h"
#include "cmos/time.h"

namespace cmos {

struct CueSpeech {
  Time in;                      // When the cue comes.
  Time end;                     // Of its last word.
  std::optional<Time> next_in;  // When the next cue comes, not before `end`.
  std::optional<Time> sound_end;
  std::size_t words;
  std::size_t columns;
};

// With the last word, or later: up to the next cue if the gap would be shorter than the style's
// smallest pause, until the cue's shortest time is reached, or until it is read, but for that at
// most Style::linger after the last word. Never after the longest time, and never less than the
// smallest gap before the next cue unless at its start.
Time out_time(const Style& style, const CueSpeech& speech);

// Of a cue's lines, a line end counting as a space.
std::size_t columns_of(const Cue& cue);

// Where a cue cannot be read, or flashes, and the next one comes right behind it and has time to
// spare, the next one comes later: by Style::lag at most, and before its first word has ended.
void give_way(const Style& style, Cue& earlier, Cue& later);

}  // namespace cmos
