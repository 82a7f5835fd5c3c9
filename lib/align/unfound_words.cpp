#include "align/unfound_words.h"

#include <algorithm>
#include <cmath>
#include <cstdint>

#include "align/silence_aligner.h"
#include "align/text_pacing.h"

namespace cmos {
namespace {

// A gap that gives its words less than this each does not hold them.
constexpr Time kShortestWord{50};
// Fewer words than this in a row are hardly heard rather than not said.
constexpr std::size_t kUnspokenWords = 3;
// Milliseconds a speech sound: half of what is usual, and twice (docs/notes/alignment.md).
constexpr double kHastiestPace = 47;
constexpr double kSlowestPace = 188;

// The words [first, end) as an episode of their own, heard within the gap.
Episode cut_out(const Episode& episode, std::size_t first, std::size_t end, Interval gap) {
  Episode part;
  part.language = episode.language;
  for (const Turn& turn : episode.turns) {
    if (turn.end_word <= first || turn.first_word >= end) continue;
    Turn piece = turn;
    piece.first_word = std::max(turn.first_word, first) - first;
    piece.end_word = std::min(turn.end_word, end) - first;
    const bool starts_here = turn.first_word >= first;
    if (!starts_here || !turn.stamp || *turn.stamp < gap.start || *turn.stamp >= gap.end) {
      piece.stamp.reset();
    } else {
      *piece.stamp -= gap.start;
    }
    piece.paragraphs = {piece.first_word};
    for (const std::size_t word : turn.paragraphs) {
      if (word > first + piece.first_word && word < end) piece.paragraphs.push_back(word - first);
    }
    part.turns.push_back(std::move(piece));
  }
  part.words.assign(episode.words.begin() + static_cast<std::ptrdiff_t>(first),
                    episode.words.begin() + static_cast<std::ptrdiff_t>(end));
  for (Word& word : part.words) word.link.reset();
  return part;
}

VoiceActivity cut_out(const AudioInfo& info, Interval gap) {
  VoiceActivity part{gap.length(), {}};
  for (const Interval& silence : info.silences) {
    const Time start = std::max(silence.start, gap.start);
    const Time end = std::min(silence.end, gap.end);
    if (start < end) part.silences.push_back({start - gap.start, end - gap.start});
  }
  return part;
}

// What of the gap [the words before, those behind] the words [first, end) may take: all of it, but
// words of a turn that goes on beside the gap are said there. What else sounds in it has no text.
Interval within_reach(const Episode& episode, std::size_t first, std::size_t end, Interval gap,
                      const Episode& text) {
  double length = 0;
  for (const SpokenWord& word : estimate_speech(text)) length += word.length;
  const Time reach(std::llround(kSlowestPace * length));
  const auto turn = std::ranges::upper_bound(episode.turns, first, {}, &Turn::first_word) - 1;
  if (gap.length() <= reach || end > turn->end_word) return gap;
  if (first > turn->first_word) return {gap.start, gap.start + reach};
  if (end < turn->end_word) return {gap.end - reach, gap.end};
  return gap;
}

// Whether so much sound is too short for words of a text, even if they are said in great haste.
bool is_too_short(Time sound, const Episode& text) {
  double length = 0;
  std::size_t spoken = 0;
  const std::vector<SpokenWord> words = estimate_speech(text);
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (text.words[i].is_note) continue;
    length += words[i].length;
    ++spoken;
  }
  return spoken >= kUnspokenWords && static_cast<double>(sound.count()) < kHastiestPace * length;
}

}  // namespace

std::vector<WordRun> lay_out_unfound(const Episode& episode, const AudioInfo& info,
                                     std::vector<std::optional<SoundInterval>>& spans) {
  std::vector<WordRun> unspoken;
  SoundTime previous_end{0};
  for (std::size_t i = 0; i < spans.size(); ++i) {
    if (spans[i]) {
      previous_end = spans[i]->end;
      continue;
    }
    std::size_t end = i;
    while (end < spans.size() && !spans[end]) ++end;
    const SoundTime gap_end = end < spans.size() ? spans[end]->start : SoundTime(info.duration);
    const Interval gap{to_time(previous_end), std::max(to_time(previous_end), to_time(gap_end))};
    const Episode text = cut_out(episode, i, end, gap);
    const bool is_between = i > 0 || end < spans.size();
    if (is_between && is_too_short(sounding_time(info, gap), text)) {
      unspoken.push_back({i, end});
    } else if (gap.length() >= kShortestWord * static_cast<std::int64_t>(end - i)) {
      const Interval reach = within_reach(episode, i, end, gap, text);
      const Episode said = cut_out(episode, i, end, reach);
      const Alignment part = align_by_silence(said, cut_out(info, reach));
      for (std::size_t k = 0; k < part.words.size(); ++k) {
        const Interval time = part.words[k].time;
        spans[i + k] = SoundInterval{time.start + reach.start, time.end + reach.start};
      }
    }
    previous_end = gap_end;
    i = end;
  }
  return unspoken;
}

}  // namespace cmos
