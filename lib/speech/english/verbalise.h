// From the word a page shows to what may be heard: "5.24" -> "five point two four", "five twenty
// four" ...; "example.com" -> "example dot com".
#pragma once

#include <string_view>

#include "speech/verbalisation.h"

namespace cmos {

// All ways to say a whitespace-separated piece of a page's text, punctuation around it included; at
// most kMaxVerbalisations. Empty if nothing of it is said: "—", "(...)". What lies behind the first
// 200 bytes is not said. docs/pronunciations.md tells the rules. Thread-safe.
Verbalisations verbalise(std::string_view shown, const IsKnown& is_known);

}  // namespace cmos
