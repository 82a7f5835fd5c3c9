#include "language/language.h"

#include <algorithm>
#include <array>

#include "base/ascii.h"
#include "language/languages.h"

namespace cmos {

namespace {

constexpr std::array<const Language*, 12> kLanguages{
    &kEnglish, &kCzech,  &kDutch,      &kFrench,  &kGerman,  &kHungarian,
    &kItalian, &kPolish, &kPortuguese, &kRussian, &kSpanish, &kSwedish};

}  // namespace

std::span<const Language* const> all_languages() {
  return kLanguages;
}

const Language& find_language(std::string_view tag) {
  const auto primary = tag.substr(0, tag.find('-'));
  const auto* const found = std::ranges::find_if(kLanguages, [&](const Language* language) {
    return equal_ignoring_case(primary, language->code) ||
           equal_ignoring_case(primary, language->long_code);
  });
  static const Language any = [] {
    Language language;
    language.weak_words = kEnglish.weak_words;
    return language;
  }();
  return found == kLanguages.end() ? any : **found;
}

}  // namespace cmos
