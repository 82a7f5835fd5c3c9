#include "caption/timing.h"

#include <algorithm>

#include "base/unicode.h"

namespace cmos {

namespace {

Time wanted_out_time(const Style& style, const CueSpeech& speech) {
  const auto next = speech.next_in.value_or(Time::max());
  const auto closes_gap = [&](Time out) { return next - out < style.smallest_pause; };
  if (closes_gap(speech.end)) return next;
  const auto needed = std::max(speech.end, speech.in + shortest_for(style, speech.words));
  if (closes_gap(needed)) return next;
  const auto read = speech.in + reading_time(style, speech.columns);
  const auto latest = std::min(speech.end + style.linger, next - style.smallest_pause);
  return std::max(needed, std::min(read, latest));
}

// A label may stand alone on the first line.
const CueWord& first_word(const Cue& cue) {
  const auto& words = cue.lines[0].words;
  return words.empty() ? cue.lines[1].words[0] : words[0];
}

// Below 0 where the cue cannot be read or flashes.
Time spare_time(const Style& style, const Cue& cue) {
  std::size_t words = 0;
  for (const auto& line : cue.lines) {
    words += static_cast<std::size_t>(std::ranges::count(line.words, false, &CueWord::joined));
  }
  return cue.time.length() -
         std::max(reading_time(style, columns_of(cue)), shortest_for(style, words));
}

}  // namespace

Time out_time(const Style& style, const CueSpeech& speech) {
  auto out = wanted_out_time(style, speech);
  if (speech.sound_end) out = std::min(out, std::max(speech.end, *speech.sound_end));
  const auto longest = speech.in + style.longest;
  if (out <= longest) return out;
  if (!speech.next_in || *speech.next_in - longest >= style.smallest_gap) return longest;
  return *speech.next_in - style.smallest_gap;
}

std::size_t columns_of(const Cue& cue) {
  std::size_t count = cue.lines.empty() ? 0 : cue.lines.size() - 1;
  for (const auto& line : cue.lines) count += count_columns(line.text);
  return count;
}

void give_way(const Style& style, Cue& earlier, Cue& later) {
  if (earlier.time.end != later.time.start) return;
  const auto first = first_word(later).time;
  const auto latest = std::min(first.start + style.lag, first.end - Time(1));
  const auto shift = std::min({spare_time(style, later), -spare_time(style, earlier),
                               latest - later.time.start, style.longest - earlier.time.length()});
  if (shift <= Time(0)) return;
  earlier.time.end += shift;
  later.time.start += shift;
}

}  // namespace cmos
