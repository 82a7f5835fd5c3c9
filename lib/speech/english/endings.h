// How English contractions, plurals and possessives sound.
#pragma once

#include <string_view>
#include <vector>

#include "speech/phones.h"

namespace cmos {

// How an ending of verbalisation.h ("'s", "n't") sounds behind a phone, the likeliest way first;
// nothing if the item is none. Thread-safe.
std::vector<Phones> say_ending(std::string_view item, std::string_view after);

}  // namespace cmos
