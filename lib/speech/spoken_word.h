// How words of letters are said: plain ones, contractions, acronyms, CamelCase, compounds.
#pragma once

#include <functional>
#include <string_view>

#include "speech/verbalisation.h"

namespace cmos {

// Whether a word, in lower case, has a known pronunciation.
using IsKnown = std::function<bool(std::string_view)>;

// The word is letters of any script, with apostrophes in it or at its ends ("'cause", "don't",
// "Marcus'"), and not empty. At least one form.
Verbalisations word_forms(std::string_view word, const IsKnown& is_known);

}  // namespace cmos
