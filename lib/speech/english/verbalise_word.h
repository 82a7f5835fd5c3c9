// How words of letters are said: plain ones, contractions, acronyms, CamelCase, compounds.
#pragma once

#include <string_view>

#include "speech/verbalisation.h"

namespace cmos {

// The word is letters of any script, with apostrophes in it or at its ends ("'cause", "don't",
// "Marcus'"), and not empty. At least one form.
Verbalisations verbalise_word(std::string_view word, const IsKnown& is_known);

}  // namespace cmos
