#include "align/word_times.h"

#include <algorithm>
#include <cmath>
#include <cstdint>

namespace cmos {
namespace {

// Spreads words [first, end) over a gap.
void spread(std::span<const std::string_view> texts, std::size_t first, std::size_t end,
            WordSpan gap, std::vector<WordSpan>& spans) {
  double total = 0;
  for (std::size_t i = first; i < end; ++i) total += static_cast<double>(texts[i].size()) + 1;
  double at = gap.start;
  for (std::size_t i = first; i < end; ++i) {
    const double share = (static_cast<double>(texts[i].size()) + 1) / total;
    const double next = at + share * std::max(gap.end - gap.start, 0.0);
    spans[i] = {at, next};
    at = next;
  }
}

// Whole milliseconds in order: each word starts where it wants to, or as soon as the one before it
// has ended; then, from the end backwards, no word reaches behind the duration.
std::vector<Interval> round_in_order(std::span<const WordSpan> spans, std::int64_t duration) {
  std::vector<Interval> times(spans.size());
  std::int64_t free_from = 0;
  for (std::size_t i = 0; i < spans.size(); ++i) {
    const std::int64_t start = std::max<std::int64_t>(std::llround(spans[i].start), free_from);
    std::int64_t end = std::max<std::int64_t>(std::llround(spans[i].end), start + 1);
    if (i + 1 < spans.size()) {
      end = std::clamp<std::int64_t>(std::llround(spans[i + 1].start), start + 1, end);
    }
    times[i] = {Time(start), Time(end)};
    free_from = end;
  }
  std::int64_t free_to = std::max<std::int64_t>(duration, static_cast<std::int64_t>(spans.size()));
  for (std::size_t i = times.size(); i-- > 0 && times[i].end.count() > free_to;) {
    times[i].end = Time(free_to);
    times[i].start = Time(std::min<std::int64_t>(times[i].start.count(), free_to - 1));
    free_to = times[i].start.count();
  }
  return times;
}

}  // namespace

std::vector<Interval> place_words(std::span<const std::optional<WordSpan>> found,
                                  std::span<const std::string_view> texts, Time duration) {
  std::vector<WordSpan> spans(found.size());
  double previous_end = 0;
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
    const double gap_end =
        next < found.size() ? found[next]->start : static_cast<double>(duration.count());
    spread(texts, i, next, {previous_end, gap_end}, spans);
    i = next;
  }
  return round_in_order(spans, duration.count());
}

}  // namespace cmos
