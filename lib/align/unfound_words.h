// Words that the search did not find: where they may be, and what to say about them.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "align/alignment.h"
#include "align/word_times.h"
#include "episode/episode.h"
#include "media/audio.h"

namespace cmos {

// Times for words that have none, where the sound between their neighbours is long enough to hold
// them: laid out by its silences and the stamps within it (silence_aligner.h).
void lay_out_unfound(const Episode& episode, const AudioInfo& info,
                     std::vector<std::optional<WordSpan>>& spans);

// [words-not-found] for each run of three or more spoken words that were not found, at the first
// one, and [sound-without-text] for each unknown stretch of 2.5 s or more, silences left out,
// at the word behind it.
struct UnknownStretch {
  Interval time;
  std::size_t next_word;
};
Diagnostics report_differences(const Episode& episode, std::span<const WordTiming> words,
                               const std::vector<bool>& is_found,
                               std::span<const UnknownStretch> unknown, const AudioInfo& info,
                               std::string_view page, const std::string& file);

}  // namespace cmos
