#include "align/text_pacing.h"

#include <utility>

#include "language/language.h"
#include "language/normalised_word.h"

namespace cmos {

namespace {

// Lengths as measured on human speech (docs/notes/alignment.md): what a word that is not a function
// word has on top of its sounds (Bell et al., "Predictability effects on durations of content and
// function words in conversational English", Journal of Memory and Language 60, 2009), and the last
// word before a pause.
constexpr double kContentWord = 1.2;
constexpr double kFinalLengthening = 2;
constexpr double kShortest = 0.2;  // Notes, punctuation.

double estimate_length(const Word& word, Break after, const Language& language) {
  const double sounds = word.is_note ? 0 : language.count_sounds(word.text);
  if (sounds <= 0) return kShortest;
  const bool is_weak = language.weak_words.contains(normalised_word(word.text));
  return sounds + (is_weak ? 0 : kContentWord) + (after == Break::none ? 0 : kFinalLengthening);
}

}  // namespace

// An initial may as well be the end: "in C. Then".
Break find_break(const WordShape& word, const WordShape& next) {
  switch (sentence_end(word, next)) {
    case SentenceEnd::yes:
    case SentenceEnd::broken_off:
    case SentenceEnd::in_name:
      return Break::sentence;
    case SentenceEnd::abbreviation:
      return Break::none;
    case SentenceEnd::goes_on:
      return word.full_stop ? Break::none : Break::clause;
    case SentenceEnd::no:
      break;
  }
  return word.divides ? Break::clause : Break::none;
}

std::vector<SpokenWord> estimate_speech(const Episode& episode) {
  const auto& words = episode.words;
  const auto& language = find_language(episode.language);
  std::vector<SpokenWord> speech(words.size());
  WordShape next;  // Of the word behind.
  for (auto i = words.size(); i-- > 0;) {
    const auto shape = shape_of(words[i].text, language);
    speech[i].after = find_break(shape, std::exchange(next, shape));
  }
  for (const auto& turn : episode.turns) {
    for (const auto first : turn.paragraphs) {
      if (first > turn.first_word) speech[first - 1].after = Break::paragraph;
    }
    speech[turn.end_word - 1].after = Break::turn;
  }
  for (std::size_t i = 0; i < words.size(); ++i) {
    speech[i].length = estimate_length(words[i], speech[i].after, language);
  }
  return speech;
}

}  // namespace cmos
