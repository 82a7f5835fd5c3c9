// The numbers that captions keep to: one row a style guide. A character is a grapheme cluster (UAX
// #29) of as many columns as the script's have; one that has half of them counts half, one that has
// twice as many double. Wide and full-width ones (UAX #11) have two columns, others one.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

#include "cmos/export.h"
#include "cmos/time.h"

namespace cmos {

struct Style {
  std::string_view name;
  std::size_t lines;     // Of a cue, at most: 1 or 2.
  std::size_t width;     // Of a line, at most, in characters; at least 8.
  int speed;             // Characters a second that viewers read; a line end counts as a space.
  Time shortest;         // A cue stays at least as long, ...
  Time shortest_a_word;  // ... and as long for each of its words.
  Time longest;          // A cue stays at most as long.
  Time smallest_gap;     // Between two cues lies nothing or at least this.
  Time smallest_pause;   // Gaps under this are closed: the earlier cue stays until the next comes.
  Time lead;             // A cue comes at most this long before its first word.
  Time linger;           // A cue stays at most this long after its last word to be read.
  Time lag;              // A cue comes at most this long after its first word was begun, if the one
                         // before needs the time to be read.
  std::size_t columns = 1;  // Of a character: 2 in Chinese, Japanese and Korean.

  // Of a line, at most; and how many a second viewers read.
  std::size_t line_columns() const { return width * columns; }
  int column_speed() const { return speed * static_cast<int>(columns); }

  friend bool operator==(const Style&, const Style&) = default;
};

// netflix: Timed Text Style Guide, General Requirements, sections 1 (5/6 s, 7 s) and 4 (2 lines);
//   Subtitle Timing Guidelines, section 1 (half a second after the sound, gaps of up to half a
//   second closed; two frames of 24 a second between cues and between a cue's and its word's
//   start); English guide (42 characters, 20 a second).
// bbc: Subtitle Guidelines, sections 3.1 (37 characters), 3.3 (2 lines), 4.1 (0.3 s a word; 180
//   words a minute, at six characters with the space, are 18 characters a second), 4.5 (a gap lasts
//   at least 1 s), 5.2 (at most 1.5 s after the speech); the rest as netflix.
// podcast: Podcasting 2.0, transcripts, WebVTT (one line of 65); the rest as netflix.
inline constexpr std::array<Style, 3> kStyles = {{
    // name   lines width speed shortest   a word     longest     gap       pause       lead
    // linger, lag
    {"netflix", 2, 42, 20, Time(834), Time(0), Time(7000), Time(84), Time(500), Time(40), Time(500),
     Time(84)},
    {"bbc", 2, 37, 18, Time(0), Time(300), Time(7000), Time(84), Time(1000), Time(40), Time(1500),
     Time(84)},
    {"podcast", 1, 65, 20, Time(834), Time(0), Time(7000), Time(84), Time(500), Time(40), Time(500),
     Time(84)},
}};

// The style of that name, or null.
CMOS_API const Style* find_style(std::string_view name);

// How long a cue of so many words has to stay.
CMOS_API Time shortest_for(const Style& style, std::size_t words);

// How long so many columns take to read.
CMOS_API Time reading_time(const Style& style, std::size_t columns);

}  // namespace cmos
