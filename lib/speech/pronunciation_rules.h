// How a language's words are said where a dictionary does not tell: one set of rules a language.
#pragma once

#include <string_view>
#include <vector>

#include "speech/phones.h"
#include "speech/verbalisation.h"

namespace cmos {

// All functions are thread-safe and never null.
struct PronunciationRules {
  // All ways to say a whitespace-separated piece of a page's text, as items of Verbalisation.
  Verbalisations (*verbalise)(std::string_view shown, const IsKnown& is_known);

  // How an item that is an ending sounds behind a phone; nothing if it is none.
  std::vector<Phones> (*say_ending)(std::string_view item, std::string_view after);

  // Pronunciations in quick speech beside the careful ones.
  std::vector<Phones> (*reduce)(std::string_view word, const std::vector<Phones>& careful);

  // The likeliest pronunciation of letters that no dictionary has.
  Phones (*guess)(std::string_view letters);
};

// The rules in speech/english, which stand in for every language that has none.
const PronunciationRules& english_pronunciation();

}  // namespace cmos
