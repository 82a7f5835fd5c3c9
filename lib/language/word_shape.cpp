#include "language/word_shape.h"

#include <unicode/uchar.h>
#include <unicode/uscript.h>
#include <unicode/utf8.h>

#include <cstddef>
#include <cstdint>
#include <string>

#include "base/unicode.h"
#include "language/normalised_word.h"

namespace cmos {

namespace {

using CodePoints = std::u32string_view;

// With four letters the line ends of French without its words come nearest to professionals' (two
// 0.58, three 0.62, four 0.66; bench/captions/learn_line_ends).
constexpr std::size_t kShortWord = 4;

constexpr char32_t kEllipsis = U'\u2026';

UChar32 to_icu(char32_t c) {
  return static_cast<UChar32>(c);
}

bool has_category(char32_t c, std::uint32_t mask) {
  return (U_GET_GC_MASK(to_icu(c)) & mask) != 0;
}

bool is_straight_quote(char32_t c) {
  return c == U'"' || c == U'\'';
}

bool is_opener(char32_t c) {
  return has_category(c, U_GC_PS_MASK | U_GC_PI_MASK) || is_straight_quote(c);
}

// Some languages close with what others open with: „so“; French behind a no-break space: « si ».
bool is_closer(char32_t c) {
  return has_category(c, U_GC_PE_MASK | U_GC_PF_MASK | U_GC_PI_MASK | U_GC_ZS_MASK) ||
         is_straight_quote(c);
}

// A hyphen at a word's end joins: "pre- and post-war".
bool divides(CodePoints text) {
  if (text.empty()) return false;
  const auto last = to_icu(text.back());
  if (last == '-') return text.size() == 1 || text.ends_with(U"--");
  return u_hasBinaryProperty(last, UCHAR_TERMINAL_PUNCTUATION) != 0 ||
         u_hasBinaryProperty(last, UCHAR_DASH) != 0 || last == kEllipsis;
}

std::u32string decode(std::string_view word) {
  std::u32string result;
  for (std::size_t at = 0; at < word.size();) result += next_code_point(word, at);
  return result;
}

// Greek asks with a semicolon; U+037E, its question mark, is the same character (Unicode, chapter
// 7.2).
bool asks_in_greek(CodePoints text) {
  if (text.ends_with(U'\u037E')) return true;
  if (!text.ends_with(U';') || text.size() < 2) return false;
  UErrorCode status = U_ZERO_ERROR;
  return uscript_getScript(to_icu(text[text.size() - 2]), &status) == USCRIPT_GREEK;
}

// `text` is the word without closing quotes and brackets.
void look_at_end(WordShape& shape, CodePoints text) {
  const auto last = text.empty() ? U'\0' : text.back();
  shape.full_stop = last == U'.';
  shape.ellipsis = last == kEllipsis || text.ends_with(U"..");
  shape.ends_sentence =
      shape.ellipsis || asks_in_greek(text) || u_hasBinaryProperty(to_icu(last), UCHAR_S_TERM) != 0;
  shape.divides = divides(text);
}

void look_at_start(WordShape& shape, CodePoints text) {
  for (const auto c : text) {
    if (has_category(c, U_GC_L_MASK)) {
      shape.capital = u_isupper(to_icu(c)) != 0 || u_istitle(to_icu(c)) != 0;
      shape.lower_case = u_islower(to_icu(c)) != 0;
      return;
    }
    if (u_isdigit(to_icu(c)) != 0) {
      shape.digits = true;
      return;
    }
  }
}

// "I", "I'm"
bool is_capital_pronoun(std::string_view word, std::string_view pronoun) {
  return !pronoun.empty() && word.starts_with(pronoun) &&
         (word.size() == pronoun.size() || word[pronoun.size()] == '\'');
}

}  // namespace

std::string_view without_closers(std::string_view word) {
  while (!word.empty()) {
    auto last = word.size() - 1;
    while (last > 0 && U8_IS_TRAIL(word[last])) --last;
    auto at = last;
    if (!is_closer(next_code_point(word, at))) break;
    word = word.substr(0, last);
  }
  return word;
}

WordShape shape_of(std::string_view word, const Language& language) {
  const auto all = decode(word);
  CodePoints text = all;
  WordShape shape;
  shape.length = all.size();
  while (!text.empty() && is_opener(text.front())) {
    shape.opens = true;
    text.remove_prefix(1);
  }
  shape.closes = !text.empty() && is_closer(text.back());
  bool closed_bracket = false;
  while (!text.empty() && is_closer(text.back())) {
    closed_bracket = closed_bracket || has_category(text.back(), U_GC_PE_MASK);
    text.remove_suffix(1);
  }
  look_at_end(shape, text);
  shape.ends_clause = shape.divides || closed_bracket;
  look_at_start(shape, text);
  shape.initial = text.size() == 2 && shape.capital && text.back() == U'.';
  const auto normalised = normalised_word(word);
  shape.short_word = language.line_ends.empty() && decode(normalised).size() <= kShortWord;
  shape.is = language.line_ends.classes_of(normalised);
  if (is_capital_pronoun(normalised, language.capital_pronoun)) shape.capital = false;
  return shape;
}

SentenceEnd sentence_end(const WordShape& word, const WordShape& next) {
  if (!word.ends_sentence) return SentenceEnd::no;
  if (!word.full_stop && !word.ellipsis) return SentenceEnd::yes;
  if ((word.is.title || word.initial) && next.capital) return SentenceEnd::in_name;
  if (word.is.abbreviation) return SentenceEnd::abbreviation;
  if (next.lower_case) return SentenceEnd::goes_on;
  return word.ellipsis && !next.capital ? SentenceEnd::broken_off : SentenceEnd::yes;
}

}  // namespace cmos
