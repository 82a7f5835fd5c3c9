#include "speech/read_word.h"

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

}  // namespace

std::vector<Phones> read_word(const EspeakVoice& voice, std::string_view shown) {
  const auto plain = plain_text(shown.substr(0, kLongestShownWord));
  if (!has_something_to_say(plain)) return {};
  const auto word = without_marks(plain);
  auto ipa = voice.to_ipa(word);
  auto ways = ipa_to_phones(ipa, kWaysOfIpa);
  // Some speakers, and some styles, say the vowel that others leave out.
  if (ends_in_bare_consonant(word) && !ends_in_vowel(ipa)) {
    ipa += "ə";
    std::ranges::move(ipa_to_phones(ipa, kWaysOfIpa), std::back_inserter(ways));
  }
  return ways;
}

}  // namespace cmos
