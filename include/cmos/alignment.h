// When each word of an episode is spoken.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "cmos/time.h"

namespace cmos {

struct WordTiming {
  Interval time;  // Longer than nothing; starts never decrease, words do not overlap.
  std::optional<float> confidence;  // 0 to 1. None where nothing was measured: notes, dashes, times
                                    // from stamps alone.
  // Else the sound does not have the word, and the time only says between which words it belongs.
  bool is_spoken = true;
};

// Words [first, end) of the episode.
struct WordRun {
  std::size_t first;
  std::size_t end;

  std::size_t length() const { return end - first; }
};

// Sound that lies on no word, and the word behind it: Episode::words.size() behind the last one.
struct UntranscribedSound {
  Interval time;
  std::size_t next_word;
};

// Sound that lies on no word and yet says some of them: once more, or out of the page's order.
struct HeardElsewhere {
  Interval time;
  WordRun words;
};

// One of Episode::pronunciations that the model cannot say, so that it was left out.
struct RejectedPronunciation {
  std::string word;
  std::string reason;  // Without a full stop: the first phone that the model does not have.
};

// How much of text and sound belongs together, as a coarse look at all of both tells it.
struct Overlap {
  double words;  // Share of the words that are spoken, and
  double sound;  // of the sound; 0 to 1.
};

// Facts alone; check/alignment_rules.h says which of them are wrong with the page. What follows
// `turns` is known only where the sound was heard by a model, and else empty.
struct Alignment {
  // Of the sound; nothing lies after it. Without sound the declared one, or a second behind the
  // last word if that is later.
  Time duration{0};
  std::vector<WordTiming> words;  // One for each of Episode::words.
  // One for each of Episode::turns: from its first word's start to its last one's end, of those
  // that are spoken if there are any.
  std::vector<Interval> turns;
  std::vector<WordRun> not_found{};                 // Runs as long as can be, in order.
  std::vector<UntranscribedSound> untranscribed{};  // In order; of any length, with its silences.
  std::vector<HeardElsewhere> elsewhere{};  // In the order of the sound, within `untranscribed`.
  // How late all stamps are (the sound got shorter: positive) or early (negative), if they are.
  std::optional<Time> stamp_shift{};
  // None where hardly anything of either is left out, and where there is too little of one to tell
  // shares by; of a text that is not said at all, nothing belongs together.
  std::optional<Overlap> overlap{};
  std::vector<RejectedPronunciation> rejected_pronunciations{};  // In the order of the words.
};

}  // namespace cmos
