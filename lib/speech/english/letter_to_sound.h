// How an English speaker would read a word that no dictionary has. The only file of flite's.
#pragma once

#include <string_view>

#include "speech/phones.h"

namespace cmos {

// The most likely pronunciation of letters, by flite's lexicon and its letter-to-sound rules for
// American English, in the phones of arpabet(). Other characters than a-z are left out, and so is
// what lies behind the first 64 of the others; empty if none is left. Thread-safe, one thread at a
// time (flite keeps global tables): about 10 us a word.
Phones letters_to_sound(std::string_view letters);

}  // namespace cmos
