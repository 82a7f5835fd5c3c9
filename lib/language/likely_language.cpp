#include "language/likely_language.h"

#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/uscript.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <map>
#include <utility>
#include <vector>

#include "language/language.h"
#include "language/languages.h"
#include "language/normalised_word.h"

namespace cmos {

namespace {

constexpr std::size_t kFewestWords = 50;
// In the Universal Declaration of Human Rights a language's own function words are 0.24 to 0.45 of
// all words, those of its nearest relative at most 0.63 of that (French in Spanish).
constexpr double kLeastShare = 0.15;
constexpr double kLeastRatio = 1.5;  // To the next language.

// The language with most speakers of those that a script is used for (Unicode CLDR, "Languages and
// Scripts"). Latin and Cyrillic tell nothing.
constexpr std::array<std::pair<UScriptCode, std::string_view>, 21> kScripts{{
    {USCRIPT_GREEK, "el"},      {USCRIPT_HEBREW, "he"},    {USCRIPT_ARABIC, "ar"},
    {USCRIPT_DEVANAGARI, "hi"}, {USCRIPT_BENGALI, "bn"},   {USCRIPT_GUJARATI, "gu"},
    {USCRIPT_GURMUKHI, "pa"},   {USCRIPT_TAMIL, "ta"},     {USCRIPT_TELUGU, "te"},
    {USCRIPT_KANNADA, "kn"},    {USCRIPT_MALAYALAM, "ml"}, {USCRIPT_SINHALA, "si"},
    {USCRIPT_THAI, "th"},       {USCRIPT_MYANMAR, "my"},   {USCRIPT_GEORGIAN, "ka"},
    {USCRIPT_ARMENIAN, "hy"},   {USCRIPT_ETHIOPIC, "am"},  {USCRIPT_HANGUL, "ko"},
    {USCRIPT_HIRAGANA, "ja"},   {USCRIPT_KATAKANA, "ja"},  {USCRIPT_HAN, "zh"},
}};

struct Letters {
  std::size_t count = 0;
  std::map<std::string_view, std::size_t> by_language;  // Of the table of scripts.
};

void count_letters(const std::string& word, Letters& letters) {
  const auto text = icu::UnicodeString::fromUTF8(word);
  for (std::int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1)) {
    const auto c = text.char32At(i);
    if (!u_isalpha(c)) continue;
    ++letters.count;
    UErrorCode status = U_ZERO_ERROR;
    const auto script = uscript_getScript(c, &status);
    const auto* const found =
        std::ranges::find(kScripts, script, &std::pair<UScriptCode, std::string_view>::first);
    if (found != kScripts.end()) ++letters.by_language[found->second];
  }
}

// Japanese is told by its syllables, which stand among Chinese characters.
std::string_view told_by_script(const Letters& letters) {
  constexpr std::size_t kSyllablesAtLeast = 10;  // One letter of so many.
  const auto of = [&](std::string_view language) {
    const auto found = letters.by_language.find(language);
    return found == letters.by_language.end() ? 0 : found->second;
  };
  if (of("ja") * kSyllablesAtLeast > letters.count && (of("ja") + of("zh")) * 2 > letters.count) {
    return "ja";
  }
  for (const auto& [language, count] : letters.by_language) {
    if (count * 2 > letters.count) return language;
  }
  return {};
}

std::string_view told_by_words(const std::vector<std::string>& words) {
  std::vector<std::pair<double, std::string_view>> shares;
  for (const auto* language : all_languages()) {
    const auto known = std::ranges::count_if(
        words, [&](const std::string& word) { return language->weak_words.contains(word); });
    shares.emplace_back(static_cast<double>(known) / static_cast<double>(words.size()),
                        language->code);
  }
  std::ranges::sort(shares, std::ranges::greater());
  const bool is_plain =
      shares[0].first >= kLeastShare && shares[0].first >= kLeastRatio * shares[1].first;
  return is_plain ? shares[0].second : std::string_view();
}

}  // namespace

std::string_view likely_language(std::span<const std::string> words) {
  std::vector<std::string> with_letters;
  Letters letters;
  for (const auto& word : words) {
    const auto before = letters.count;
    count_letters(word, letters);
    if (letters.count > before) with_letters.push_back(normalised_word(word));
  }
  // Scripts without spaces have long words.
  constexpr std::size_t kLettersOfWord = 5;
  if (with_letters.size() < kFewestWords && letters.count < kFewestWords * kLettersOfWord)
    return {};
  if (const auto language = told_by_script(letters); !language.empty()) return language;
  return with_letters.size() < kFewestWords ? std::string_view() : told_by_words(with_letters);
}

}  // namespace cmos
