#include "align/speech.h"

#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>

#include "align/sounds.h"

namespace cmos {

namespace {

// Lengths as measured on human speech (docs/alignment.md): what a word that is not a function word
// has on top of its sounds, and the last word before a pause.
constexpr double kContentWord = 1.2;
constexpr double kFinalLengthening = 2;
constexpr double kShortest = 0.2;  // Notes, punctuation.

// The closed classes: articles, prepositions, conjunctions, pronouns, auxiliaries. They are shorter
// than others of the same sounds (Bell et al., "Predictability effects on durations of content and
// function words in conversational English", Journal of Memory and Language 60, 2009).
constexpr std::array<std::string_view, 93> kFunctionWords{
    "a",       "am",    "an",    "and",    "are",     "as",     "at",   "be",      "been",
    "but",     "by",    "can",   "could",  "did",     "do",     "does", "for",     "from",
    "had",     "has",   "have",  "he",     "he's",    "her",    "him",  "his",     "i",
    "i'd",     "i'll",  "i'm",   "i've",   "if",      "in",     "is",   "it",      "it's",
    "its",     "may",   "me",    "might",  "must",    "my",     "not",  "of",      "on",
    "or",      "our",   "she",   "she's",  "should",  "so",     "than", "that",    "that's",
    "the",     "their", "them",  "there",  "there's", "these",  "they", "they'll", "they're",
    "they've", "this",  "those", "to",     "us",      "was",    "we",   "we'll",   "we're",
    "we've",   "were",  "what",  "when",   "where",   "which",  "who",  "will",    "with",
    "would",   "you",   "you'd", "you'll", "you're",  "you've", "your", "into",    "nor",
    "shall",   "upon",  "whose"};

constexpr UChar32 kTypographicApostrophe = 0x2019;
constexpr UChar32 kEllipsis = 0x2026;

bool is_closing(UChar32 c) {
  constexpr auto kClosing = U_GC_PE_MASK | U_GC_PF_MASK | U_GC_PI_MASK;
  return (U_GET_GC_MASK(c) & kClosing) != 0 || u_hasBinaryProperty(c, UCHAR_QUOTATION_MARK) != 0;
}

icu::UnicodeString to_unicode(std::string_view text) {
  return icu::UnicodeString::fromUTF8({text.data(), static_cast<std::int32_t>(text.size())});
}

// But for closing quotation marks and brackets; 0 if there is none.
UChar32 last_character(std::string_view word) {
  const auto text = to_unicode(word);
  for (auto i = text.length(); i > 0;) {
    i = text.moveIndex32(i, -1);
    if (!is_closing(text.char32At(i))) return text.char32At(i);
  }
  return 0;
}

bool begins_in_lower_case(std::string_view word) {
  return !word.empty() && u_isULowercase(to_unicode(word).char32At(0)) != 0;
}

bool is_function_word(std::string_view word) {
  const auto text = to_unicode(word);
  std::string letters;
  for (std::int32_t i = 0; i < text.length(); ++i) {
    const auto c = u_tolower(text[i]);
    if (c == '\'' || c == kTypographicApostrophe) letters += '\'';
    if (c >= 'a' && c <= 'z') letters += static_cast<char>(c);
  }
  return std::ranges::find(kFunctionWords, letters) != kFunctionWords.end();
}

double estimate_length(const Word& word, Break after) {
  const double sounds = word.is_note ? 0 : count_sounds(word.text);
  if (sounds <= 0) return kShortest;
  return sounds + (is_function_word(word.text) ? 0 : kContentWord) +
         (after == Break::none ? 0 : kFinalLengthening);
}

}  // namespace

Break find_break(std::string_view word, std::string_view next) {
  const auto c = last_character(word);
  if (u_hasBinaryProperty(c, UCHAR_S_TERM) != 0) {
    return begins_in_lower_case(next) ? Break::none : Break::sentence;
  }
  const bool is_dash = u_hasBinaryProperty(c, UCHAR_DASH) != 0 && (c != '-' || word.size() == 1);
  const bool is_clause_end = u_hasBinaryProperty(c, UCHAR_TERMINAL_PUNCTUATION) != 0;
  return is_dash || is_clause_end || c == kEllipsis ? Break::clause : Break::none;
}

std::vector<SpokenWord> estimate_speech(const Episode& episode) {
  const auto& words = episode.words;
  std::vector<SpokenWord> speech(words.size());
  for (std::size_t i = 0; i < words.size(); ++i) {
    speech[i].after = find_break(words[i].text, i + 1 < words.size() ? words[i + 1].text : "");
  }
  for (const auto& turn : episode.turns) {
    for (const auto first : turn.paragraphs) {
      if (first > turn.first_word) speech[first - 1].after = Break::paragraph;
    }
    speech[turn.end_word - 1].after = Break::turn;
  }
  for (std::size_t i = 0; i < words.size(); ++i) {
    speech[i].length = estimate_length(words[i], speech[i].after);
  }
  return speech;
}

}  // namespace cmos
