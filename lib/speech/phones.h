// Speech sounds, named as the acoustic model and its dictionary name them.
#pragma once

#include <functional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace cmos {

// One way a word sounds: ARPAbet in upper case without stress digits, {"HH","AH","L","OW"}.
using Phones = std::vector<std::string>;

using PhoneSet = std::set<std::string, std::less<>>;

// The 39 phones of CMUdict 0.7b, which are those of the model `en-us` of CMU Sphinx without its
// fillers.
const PhoneSet& arpabet();

// The model's name of silence. It stands inside a pronunciation only where the shown word itself
// has a pause: "so...it's", "well—yes".
inline constexpr std::string_view kPausePhone = "SIL";

}  // namespace cmos
