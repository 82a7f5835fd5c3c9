#include "caption/unspoken.h"

#include <algorithm>
#include <cstddef>

#include "base/unicode.h"

namespace cmos {
namespace {

// Of a word and the space behind it.
Time reading_time(const Style& style, const Word& word) {
  return reading_time(style, count_columns(word.text) + 1);
}

// How long the words take as cues.
Time time_for(const Episode& episode, WordRun words, const Style& style) {
  Time time{0};
  for (std::size_t i = words.first; i < words.end; ++i) {
    time += reading_time(style, episode.words[i]);
  }
  return std::max(time, shortest_for(style, words.length()));
}

// One after the other; what rounding leaves is the last one's.
void show(const Episode& episode, WordRun words, const Style& style, Interval room,
          Alignment& alignment) {
  Time at = room.start;
  for (std::size_t i = words.first; i < words.end; ++i) {
    const Time end = i + 1 < words.end ? at + reading_time(style, episode.words[i]) : room.end;
    alignment.words[i].time = {at, end};
    alignment.words[i].is_spoken = true;
    at = end;
  }
}

}  // namespace

Alignment with_unspoken(const Episode& episode, Alignment alignment, const Style& style) {
  const auto& words = alignment.words;
  Time start{0};
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (words[i].is_spoken) {
      start = words[i].time.end;
      continue;
    }
    const std::size_t first = i;
    while (i + 1 < words.size() && !words[i + 1].is_spoken) ++i;
    const WordRun run{first, i + 1};
    const Time end = run.end < words.size() ? words[run.end].time.start : alignment.duration;
    const Time wanted = time_for(episode, run, style);
    if (wanted <= end - start) show(episode, run, style, {start, start + wanted}, alignment);
  }
  return alignment;
}

}  // namespace cmos
