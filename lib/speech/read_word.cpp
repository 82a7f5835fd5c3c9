#include "speech/read_word.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

#include "base/unicode.h"
#include "language/normalised_word.h"
#include "language/shown_text.h"
#include "speech/ipa.h"

namespace cmos {

namespace {

constexpr std::string_view kSpokenSigns = "&%+=@#$€£¥°";

bool has_something_to_say(std::string_view plain) {
  return has_letter_or_digit(plain) || plain.find_first_of(kSpokenSigns) != std::string_view::npos;
}

// Of vowels only those that an Indic inherent vowel can be.
bool ends_in_vowel(std::string_view ipa) {
  const auto last = ipa.find_last_not_of("_ ");
  const auto end = last == std::string_view::npos ? 0 : last + 1;
  return std::ranges::any_of(
      std::to_array<std::string_view>({"ə", "ʌ", "a", "ɔ", "ɐ", "o", "ː"}),
      [&](std::string_view vowel) { return ipa.substr(0, end).ends_with(vowel); });
}

std::vector<std::string_view> words_of(std::string_view ipa) {
  std::vector<std::string_view> words;
  for (std::size_t begin = 0; begin < ipa.size();) {
    const auto end = std::min(ipa.find(' ', begin), ipa.size());
    if (end > begin) words.push_back(ipa.substr(begin, end - begin));
    begin = end + 1;
  }
  return words;
}

}  // namespace

std::string readable_word(std::string_view shown) {
  const auto plain = plain_text(shown.substr(0, kLongestShownWord));
  return has_something_to_say(plain) ? std::string(without_marks(plain)) : std::string();
}

std::vector<std::string> read_phrase(const EspeakVoice& voice, std::span<const std::string> words,
                                     std::span<const std::string> alone) {
  std::string text;
  for (const auto& word : words) text += word + ' ';
  const auto ipa = voice.to_ipa(text);
  std::vector<std::string> result;
  auto pieces = words_of(ipa);
  auto rest = std::span<const std::string_view>(pieces);
  for (const auto& ipa_alone : alone) {
    const auto count = words_of(ipa_alone).size();
    if (count > rest.size()) break;
    result.push_back(fmt::format("{}", fmt::join(rest.first(count), " ")));
    rest = rest.subspan(count);
  }
  if (result.size() == words.size() && rest.empty()) return result;
  return {alone.begin(), alone.end()};
}

std::vector<Phones> ways_of(std::string_view ipa, std::string_view word) {
  auto ways = ipa_to_phones(ipa, kWaysOfIpa);
  // Some speakers, and some styles, say the vowel that others leave out.
  if (ends_in_bare_consonant(word) && !ends_in_vowel(ipa)) {
    std::ranges::move(ipa_to_phones(std::string(ipa) + "ə", kWaysOfIpa), std::back_inserter(ways));
  }
  return ways;
}

}  // namespace cmos
