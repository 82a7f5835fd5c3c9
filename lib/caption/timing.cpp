#include "caption/timing.h"

#include <algorithm>

namespace cmos {

namespace {

Time wanted_out_time(const Style& style, const CueSpeech& speech) {
  const auto next = speech.next_in.value_or(Time::max());
  const auto closes_gap = [&](Time out) { return next - out < style.smallest_pause; };
  if (closes_gap(speech.end)) return next;
  const auto needed = std::max(speech.end, speech.in + shortest_for(style, speech.words));
  if (closes_gap(needed)) return next;
  const auto read = speech.in + reading_time(style, speech.characters);
  const auto latest = std::min(speech.end + style.linger, next - style.smallest_pause);
  return std::max(needed, std::min(read, latest));
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

}  // namespace cmos
