#include "align/word_times.h"

#include <algorithm>
#include <cstdint>

namespace cmos {
namespace {

// Spreads words [first, end) over a gap.
void spread(std::span<const std::string_view> texts, std::size_t first, std::size_t end,
            SoundInterval gap, std::vector<SoundInterval>& spans) {
  double total = 0;
  for (std::size_t i = first; i < end; ++i) total += static_cast<double>(texts[i].size()) + 1;
  SoundTime at = gap.start;
  for (std::size_t i = first; i < end; ++i) {
    const double share = (static_cast<double>(texts[i].size()) + 1) / total;
    const SoundTime next = at + share * std::max(gap.end - gap.start, SoundTime(0));
    spans[i] = {at, next};
    at = next;
  }
}

// Whole milliseconds in order: each word starts where it wants to, or as soon as the one before it
// has ended; then, from the end backwards, no word reaches behind the duration.
std::vector<Interval> round_in_order(std::span<const SoundInterval> spans, Time duration) {
  constexpr Time kMillisecond{1};
  std::vector<Interval> times(spans.size());
  Time free_from{0};
  for (std::size_t i = 0; i < spans.size(); ++i) {
    const Time start = std::max(to_time(spans[i].start), free_from);
    Time end = std::max(to_time(spans[i].end), start + kMillisecond);
    if (i + 1 < spans.size()) {
      end = std::clamp(to_time(spans[i + 1].start), start + kMillisecond, end);
    }
    times[i] = {start, end};
    free_from = end;
  }
  Time free_to = std::max(duration, kMillisecond * static_cast<std::int64_t>(spans.size()));
  for (std::size_t i = times.size(); i-- > 0 && times[i].end > free_to;) {
    times[i].end = free_to;
    times[i].start = std::min(times[i].start, free_to - kMillisecond);
    free_to = times[i].start;
  }
  return times;
}

}  // namespace

std::vector<Interval> place_words(std::span<const std::optional<SoundInterval>> found,
                                  std::span<const std::string_view> texts, Time duration) {
  std::vector<SoundInterval> spans(found.size());
  SoundTime previous_end{0};
  std::size_t i = 0;
  while (i < found.size()) {
    if (found[i]) {
      spans[i] = *found[i];
      previous_end = spans[i].end;
      ++i;
      continue;
    }
    std::size_t next = i;
    while (next < found.size() && !found[next]) ++next;
    const SoundTime gap_end = next < found.size() ? found[next]->start : SoundTime(duration);
    spread(texts, i, next, {previous_end, gap_end}, spans);
    i = next;
  }
  return round_in_order(spans, duration);
}

}  // namespace cmos
