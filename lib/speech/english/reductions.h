// How words sound in quick speech, where the dictionary has them only as they sound in careful one.
#pragma once

#include <string_view>
#include <vector>

#include "speech/phones.h"

namespace cmos {

// Further pronunciations of a word in lower case whose careful ones are given: function words
// without their "h", "d" or full vowel ("and" -> AH N, "him" -> IH M), and "-in'" for "-ing". They
// may repeat given ones. Thread-safe.
std::vector<Phones> reductions(std::string_view word, const std::vector<Phones>& careful);

}  // namespace cmos
