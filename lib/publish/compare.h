// Whether two files of captions say the same at the same time.
#pragma once

#include <string_view>

namespace cmos {

// Both are SubRip, `theirs` as YouTube hands it back: lines may be broken anew. Times may differ by
// a millisecond each, since services keep them in other units.
bool shows_the_same(std::string_view ours, std::string_view theirs);

}  // namespace cmos
