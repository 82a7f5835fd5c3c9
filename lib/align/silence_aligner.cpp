#include "align/silence_aligner.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <ranges>
#include <span>

#include "align/known_times.h"
#include "align/phrasing.h"
#include "align/stamp_trust.h"
#include "align/text_pacing.h"
#include "speech/frame.h"

namespace cmos {

namespace {

using std::chrono::seconds;

constexpr Time kLeastTime{1};

// Milliseconds a speech sound, pauses included: the median of the 269 turns of 10 seconds or more
// of nine real pages (docs/notes/alignment.md). For the last turn where no sound is at hand.
constexpr double kTypicalPace = 94;

// Without sound: nobody stops a recording sooner behind the last word.
constexpr Time kSilenceAtEnd = seconds(1);

// Words that share a part of the time: a turn, or several that no stamp tells apart.
struct Passage {
  std::size_t first_word;
  std::size_t end_word;
  std::optional<Time> stamp;
  std::optional<Time> known_start;  // Counts more than the stamp.
  Interval window{};

  template <typename T>
  std::span<T> of(std::vector<T>& all) const {
    return std::span(all).subspan(first_word, end_word - first_word);
  }
};

// The first word that is said then or later.
std::size_t boundary_of(const KnownTime& known) {
  return known.word + (known.is_end ? 1 : 0);
}

// Whether somebody has heard the turn begin, or else.
bool is_refuted(Time stamp, const Turn& turn, std::span<const KnownTime> known_times) {
  return std::ranges::any_of(known_times, [&](const KnownTime& known) {
    const std::size_t boundary = boundary_of(known);
    if (boundary == turn.first_word) return true;
    return boundary < turn.first_word ? stamp + seconds(1) <= known.time : stamp >= known.time;
  });
}

// A turn without a stamp continues the passage; a known time cuts it.
std::vector<Passage> find_passages(const Episode& episode,
                                   const std::vector<std::optional<Time>>& stamps) {
  std::map<std::size_t, Passage> passages;  // By their first words.
  passages.try_emplace(0);
  for (std::size_t i = 0; i < stamps.size(); ++i) {
    const Turn& turn = episode.turns[i];
    if (stamps[i] && !is_refuted(*stamps[i], turn, episode.known_times)) {
      passages[turn.first_word].stamp = stamps[i];
    }
  }
  for (const KnownTime& known : episode.known_times) {
    const std::size_t boundary = boundary_of(known);
    if (boundary < episode.words.size()) passages[boundary].known_start = known.time;
  }
  std::vector<Passage> result;
  result.reserve(passages.size());
  for (const auto& [first_word, passage] : passages) {
    if (!result.empty()) result.back().end_word = first_word;
    result.push_back(passage);
    result.back().first_word = first_word;
    result.back().end_word = episode.words.size();
  }
  return result;
}

double total_length(std::span<const SpokenWord> words) {
  double total = 0;
  for (const auto& word : words) total += word.length;
  return total;
}

void set_windows_by_stamps(std::vector<Passage>& passages, std::span<const SpokenWord> words) {
  for (std::size_t i = 0; i < passages.size(); ++i) {
    auto& window = passages[i].window;
    window.start = passages[i].known_start.value_or(passages[i].stamp.value_or(Time{0}));
    if (i > 0) passages[i - 1].window.end = window.start;
  }
  auto& last = passages.back();
  const auto said = words.subspan(last.first_word, last.end_word - last.first_word);
  last.window.end = last.window.start + Time(std::llround(kTypicalPace * total_length(said)));
}

void set_windows_by_sound(std::vector<Passage>& passages, const VoiceActivity& sound) {
  Time next_stamp = sound.duration;
  Time end = sound.duration;
  for (auto& passage : passages | std::views::reverse) {
    Time start{0};
    if (passage.known_start) {
      start = next_stamp = std::min(*passage.known_start, next_stamp);
    } else if (passage.stamp) {
      const auto latest = std::min<Time>(*passage.stamp + seconds(1), next_stamp);
      start = find_turn_start(*passage.stamp, latest, sound.silences);
      next_stamp = *passage.stamp;
    }
    passage.window = {start, end};
    end = start;
  }
}

void align_passage(const Passage& passage, std::span<const SpokenWord> words,
                   std::span<const Interval> silences, std::span<WordTiming> timings) {
  const auto stretches = sounding_stretches(passage.window, silences);
  const auto times = time_words(words, stretches, divide_words(words, stretches));
  for (std::size_t i = 0; i < times.size(); ++i) timings[i].time = times[i];
}

void keep_what_is_known(const Episode& episode, std::vector<WordTiming>& timings) {
  std::vector<std::optional<SoundInterval>> spans;
  spans.reserve(timings.size());
  for (const WordTiming& word : timings) {
    spans.emplace_back(SoundInterval{word.time.start, word.time.end});
  }
  keep_known_times(episode, spans);
  for (std::size_t i = 0; i < timings.size(); ++i) {
    timings[i].time = {to_time(spans[i]->start), to_time(spans[i]->end)};
    if (episode.words[i].is_right) timings[i].confidence = 1.0F;
  }
}

// Every word gets its millisecond, at its neighbours' cost: first none may end after its passage's
// window, then none may begin before the one before has ended. Only more words than milliseconds
// run over.
void make_room(const std::vector<Passage>& passages, std::vector<WordTiming>& timings) {
  auto limit = passages.back().window.end;
  for (const auto& passage : passages | std::views::reverse) {
    limit = std::min(limit, passage.window.end);
    for (WordTiming& word : passage.of(timings) | std::views::reverse) {
      Interval& time = word.time;
      time.end = std::min(time.end, limit);
      time.start = std::min(time.start, time.end - kLeastTime);
      limit = time.start;
    }
  }
  Time earliest{0};
  for (WordTiming& word : timings) {
    Interval& time = word.time;
    time.start = std::max(time.start, earliest);
    time.end = std::max(time.end, time.start + kLeastTime);
    earliest = time.end;
  }
}

}  // namespace

Alignment align_by_silence(const Episode& episode, const std::optional<VoiceActivity>& sound) {
  Alignment alignment;
  alignment.duration = sound                  ? sound->duration
                       : episode.mp3.duration ? episode.mp3.duration->value
                                              : Time{0};
  if (episode.words.empty()) return alignment;

  auto words = estimate_speech(episode);
  const auto judged = judge_stamps(episode, words, sound);
  alignment.stamp_shift = judged.shift;
  auto passages = find_passages(episode, judged.stamps);
  if (sound) {
    set_windows_by_sound(passages, *sound);
  } else {
    set_windows_by_stamps(passages, words);
  }
  alignment.words.resize(words.size());
  const auto silences = sound ? std::span(sound->silences) : std::span<const Interval>();
  for (const auto& passage : passages) {
    align_passage(passage, passage.of(words), silences, passage.of(alignment.words));
  }
  keep_what_is_known(episode, alignment.words);
  make_room(passages, alignment.words);
  for (const auto& turn : episode.turns) {
    alignment.turns.push_back(
        {alignment.words[turn.first_word].time.start, alignment.words[turn.end_word - 1].time.end});
  }
  const auto end = alignment.words.back().time.end;
  alignment.duration = std::max(alignment.duration, sound ? end : end + kSilenceAtEnd);
  return alignment;
}

}  // namespace cmos
