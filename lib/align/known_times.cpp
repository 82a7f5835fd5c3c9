#include "align/known_times.h"

#include <algorithm>
#include <cstddef>

namespace cmos {
namespace {

// How long a word is taken to be that was not found: a letter's time, as people read aloud.
constexpr SoundTime kLetter{60};

using Spans = std::vector<std::optional<SoundInterval>>;

// Of words before `end`, none reaches behind the time.
void push_back(Spans& spans, std::size_t end, SoundTime time) {
  for (std::size_t i = end; i-- > 0;) {
    if (!spans[i]) continue;
    if (spans[i]->end <= time) return;
    spans[i]->end = time;
    spans[i]->start = std::min(spans[i]->start, time);
  }
}

// Of words from `first` on, none begins before the time.
void push_on(Spans& spans, std::size_t first, SoundTime time) {
  for (std::size_t i = first; i < spans.size(); ++i) {
    if (!spans[i]) continue;
    if (spans[i]->start >= time) return;
    spans[i]->start = time;
    spans[i]->end = std::max(spans[i]->end, time);
  }
}

void keep_start(const Word& word, std::size_t at, SoundTime time, Spans& spans) {
  auto& span = spans[at];
  const bool touches = span && at > 0 && spans[at - 1] && spans[at - 1]->end == span->start;
  push_back(spans, at, time);
  if (touches) spans[at - 1]->end = time;
  if (!span || span->end <= time) {
    span = {time, time + kLetter * static_cast<double>(word.text.size())};
  }
  span->start = time;
  push_on(spans, at + 1, time);
}

void keep_end(const Word& word, std::size_t at, SoundTime time, Spans& spans) {
  auto& span = spans[at];
  const bool touches =
      span && at + 1 < spans.size() && spans[at + 1] && spans[at + 1]->start == span->end;
  push_on(spans, at + 1, time);
  if (touches) spans[at + 1]->start = time;
  if (!span || span->start >= time) {
    span = {time - kLetter * static_cast<double>(word.text.size()), time};
  }
  span->end = time;
  push_back(spans, at, std::max(span->start, SoundTime(0)));
}

}  // namespace

void keep_known_times(const Episode& episode, std::vector<std::optional<SoundInterval>>& spans) {
  for (const KnownTime& known : episode.known_times) {
    const auto keep = known.is_end ? keep_end : keep_start;
    keep(episode.words[known.word], known.word, known.time, spans);
  }
}

}  // namespace cmos
