#include "align/acoustic_aligner.h"

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <optional>
#include <vector>

#include "align/coarse_map.h"
#include "align/confidence.h"
#include "align/heard_words.h"
#include "align/known_times.h"
#include "align/path_times.h"
#include "align/stamp_shift.h"
#include "align/unfound_words.h"
#include "align/whole_text.h"
#include "align/word_times.h"
#include "base/unicode.h"
#include "episode/word_texts.h"

namespace cmos {
namespace {

std::vector<WordRun> runs_not_found(const Episode& episode, std::span<const HeardWord> words) {
  std::vector<WordRun> runs;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (words[i].is_found() || episode.words[i].is_right) continue;
    if (runs.empty() || runs.back().end != i) runs.push_back({i, i});
    ++runs.back().end;
  }
  return runs;
}

Interval time_of(const Turn& turn, std::span<const WordTiming> words) {
  std::size_t first = turn.first_word;
  std::size_t end = turn.end_word;
  while (first < end && !words[first].is_spoken) ++first;
  if (first == end) return {words[turn.first_word].time.start, words[end - 1].time.end};
  while (!words[end - 1].is_spoken) --end;
  return {words[first].time.start, words[end - 1].time.end};
}

// Words that were found, and their sound, against all of it.
Overlap overlap_of(std::span<const HeardWord> words, std::span<const Interval> times,
                   const CoarseMap& map) {
  double found = 0;
  double frames = 0;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (!words[i].is_found()) continue;
    ++found;
    frames += std::chrono::duration<double>(times[i].length()).count() * kFrameRate;
  }
  return {found / static_cast<double>(map.word_count), frames / map.frame_count};
}

}  // namespace

std::optional<Overlap> AcousticAligner::find_overlap(std::span<const HeardWord> words,
                                                     std::span<const Interval> times) const {
  const auto& map = search_.map();
  if (map && is_telling(map->frame_count, map->word_count)) return overlap_of(words, times, *map);
  const bool says_nothing = std::ranges::none_of(words, &HeardWord::is_found);
  if (says_nothing && count_spoken_words(graph_) > 0) return Overlap{0, 0};
  return std::nullopt;
}

// Notes and dashes say nothing; a word whose sounds are not known does.
bool AcousticAligner::is_measured(std::size_t word) const {
  if (episode_.words[word].is_note) return false;
  return !graph_.starts(word).empty() || has_letter_or_digit(episode_.words[word].text);
}

Alignment AcousticAligner::alignment(const AudioInfo& info) const {
  const SearchedPath path{graph_, search_.path(), search_.frame_count()};
  const std::vector<HeardWord> heard = heard_words(graph_, path.steps);
  auto spans = word_times(path, heard, levels_.steps());
  keep_known_times(episode_, spans);
  const std::vector<WordRun> unspoken = lay_out_unfound(episode_, info, spans);
  const auto evidence = word_evidence(graph_, path.steps, heard, path.frame_count);
  const auto times = place_words(spans, texts_of(episode_), info.duration);
  Alignment alignment;
  alignment.duration = info.duration;
  for (std::size_t i = 0; i < times.size(); ++i) {
    alignment.words.push_back({times[i], std::nullopt});
    if (episode_.words[i].is_right) {
      alignment.words[i].confidence = 1.0F;
    } else if (is_measured(i)) {
      alignment.words[i].confidence = confidence(evidence[i]);
    }
  }
  for (const WordRun& run : unspoken) {
    for (std::size_t i = run.first; i < run.end; ++i) alignment.words[i].is_spoken = false;
  }
  for (const Turn& turn : episode_.turns) {
    alignment.turns.push_back(time_of(turn, alignment.words));
  }
  if (!times.empty()) alignment.duration = std::max(alignment.duration, times.back().end);
  alignment.not_found = runs_not_found(episode_, heard);
  alignment.untranscribed = untranscribed_sound(path);
  const FrameTimes frames(graph_.model().features);
  for (const Segment& segment : search_.elsewhere()) {
    alignment.elsewhere.push_back({{to_time(frames.boundary(segment.first_frame)),
                                    to_time(frames.boundary(segment.end_frame))},
                                   {segment.first_word, segment.end_word}});
  }
  alignment.overlap = find_overlap(heard, times);
  alignment.stamp_shift = find_constant_shift(episode_, alignment);
  return alignment;
}

}  // namespace cmos
