// From the International Phonetic Alphabet to the phones of an English acoustic model.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "speech/phones.h"

namespace cmos {

// The ways in which the phones of arpabet() come nearest to a word in IPA, the likelier before the
// less likely, without duplicates, at most `count`, which is 1 or more. "_" and spaces separate
// phones and are not needed; stress, tones, length and signs that make no other phone of it are
// passed over, and so is what stands in round brackets (espeak-ng's change of language). Empty if
// nothing is left. The text is valid UTF-8.
std::vector<Phones> ipa_to_phones(std::string_view ipa, std::size_t count);

}  // namespace cmos
