#include "speech/ipa.h"

#include <unicode/normalizer2.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <optional>
#include <span>
#include <stdexcept>
#include <string>

#include "base/unicode.h"
#include "speech/verbalisation.h"

namespace cmos {

namespace {

// A sound of IPA and the phones that are nearest by the features of the chart of the International
// Phonetic Association (2020): for vowels height, then rounding with backness; for consonants
// manner, then voice, then place. Where English has nothing of that manner and place, two phones
// do (a palatal is an alveolar with Y). Alternatives, between bars, are as near, or near in some
// languages; docs/languages.md tells how they were chosen.
struct Sound {
  std::string_view ipa;  // NFD.
  std::string_view ways;
};

constexpr std::array kConsonants = std::to_array<Sound>({
    {"p", "P"},    {"b", "B"},        {"t", "T"},   {"d", "D"},   {"ʈ", "T"},   {"ɖ", "D"},
    {"c", "T Y"},  {"ɟ", "D Y"},      {"k", "K"},   {"g", "G"},   {"ɡ", "G"},   {"q", "K"},
    {"ʔ", ""},     {"m", "M"},        {"ɱ", "M"},   {"n", "N"},   {"ɳ", "N"},   {"ɲ", "N Y"},
    {"ŋ", "NG"},   {"ɴ", "NG"},       {"ʙ", "B"},   {"r", "R|D"}, {"ɾ", "R|D"}, {"ʀ", "R"},
    {"ʁ", "R"},    {"ɽ", "R|D"},      {"ɹ", "R"},   {"ɻ", "R"},   {"ɸ", "F"},   {"β", "B"},
    {"f", "F"},    {"v", "V"},        {"θ", "TH"},  {"ð", "DH"},  {"s", "S"},   {"z", "Z"},
    {"ʃ", "SH"},   {"ʒ", "ZH"},       {"ʂ", "SH"},  {"ʐ", "ZH"},  {"ɕ", "SH"},  {"ʑ", "ZH"},
    {"ɧ", "SH"},   {"c\u0327", "HH"}, {"ʝ", "Y"},   {"x", "HH"},  {"ɣ", "G"},   {"χ", "HH"},
    {"ħ", "HH"},   {"ʕ", "HH"},       {"h", "HH"},  {"ɦ", "HH"},  {"ɬ", "L"},   {"ɮ", "L"},
    {"ʋ", "V"},    {"j", "Y"},        {"ɰ", "W"},   {"w", "W"},   {"ʍ", "W"},   {"ɥ", "Y"},
    {"l", "L"},    {"ɭ", "L"},        {"ɫ", "L"},   {"ʟ", "L"},   {"ʎ", "L Y"}, {"ts", "T S"},
    {"dz", "D Z"}, {"tʃ", "CH"},      {"dʒ", "JH"}, {"tɕ", "CH"}, {"dʑ", "JH"}, {"tʂ", "CH"},
    {"dʐ", "JH"},
});

constexpr std::array kVowels = std::to_array<Sound>({
    {"i", "IY"},       {"y", "UW"},  {"ɨ", "IH"},    {"ʉ", "UW"},  {"ɯ", "UW"},  {"u", "UW"},
    {"ɪ", "IH"},       {"ʏ", "UH"},  {"ʊ", "UH"},    {"e", "EH"},  {"ø", "ER"},  {"ɘ", "IH"},
    {"ɵ", "ER"},       {"ɤ", "AH"},  {"o", "OW|AO"}, {"ə", "AH"},  {"ɛ", "EH"},  {"œ", "ER"},
    {"ɜ", "ER"},       {"ɞ", "AH"},  {"ʌ", "AH"},    {"ɔ", "AO"},  {"æ", "AE"},  {"ɐ", "AH"},
    {"a", "AA|AE|AH"}, {"ɶ", "AA"},  {"ɑ", "AA"},    {"ɒ", "AO"},  {"ɚ", "ER"},  {"ɝ", "ER"},
    {"aɪ", "AY"},      {"aʊ", "AW"}, {"eɪ", "EY"},   {"oʊ", "OW"}, {"ɔɪ", "OY"}, {"ɔʏ", "OY"},
    {"ɔø", "OY"},
});

constexpr std::string_view kNasal = "\u0303";

// NFD, without the ties of affricates.
std::string decomposed(std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  auto result = icu::Normalizer2::getNFDInstance(status)->normalize(
      icu::UnicodeString::fromUTF8({text.data(), static_cast<std::int32_t>(text.size())}), status);
  if (U_FAILURE(status)) throw std::runtime_error("ICU has no normalisation data");
  for (const auto* tie : {u"\u035C", u"\u0361"}) result.findAndReplace(tie, u"");
  std::string utf8;
  result.toUTF8String(utf8);
  return utf8;
}

// The longest that the text begins with; null if there is none.
const Sound* longest(std::span<const Sound> sounds, std::string_view text) {
  const Sound* best = nullptr;
  for (const auto& sound : sounds) {
    const bool is_longer = best == nullptr || sound.ipa.size() > best->ipa.size();
    if (text.starts_with(sound.ipa) && is_longer) best = &sound;
  }
  return best;
}

// Takes a sound with its signs off the front of the text: the ways to say it.
std::optional<Verbalisations> take_sound(std::string_view& text) {
  const auto* const vowel = longest(kVowels, text);
  const auto* const sound = vowel != nullptr ? vowel : longest(kConsonants, text);
  if (sound == nullptr) return std::nullopt;
  text.remove_prefix(sound->ipa.size());
  auto ways = parse_verbalisations(sound->ways);
  // A nasal vowel, which the model does not have, with its nasal behind it, or its sound alone.
  if (vowel != nullptr && text.starts_with(kNasal)) ways = joined(ways, {{"N"}, {}});
  return ways;
}

void skip_sign(std::string_view& text) {
  std::size_t size = 0;
  next_code_point(text, size);
  const auto bracket = text.starts_with('(') ? text.find(')') : std::string_view::npos;
  text.remove_prefix(bracket == std::string_view::npos ? size : bracket + 1);
}

}  // namespace

std::vector<Phones> ipa_to_phones(std::string_view ipa, std::size_t count) {
  const auto text = decomposed(ipa);
  Verbalisations ways{{}};
  for (std::string_view rest = text; !rest.empty();) {
    if (const auto sound = take_sound(rest)) {
      ways = likeliest(joined(ways, *sound), count);
    } else {
      skip_sign(rest);
    }
  }
  std::erase_if(ways, &Phones::empty);
  return ways;
}

}  // namespace cmos
