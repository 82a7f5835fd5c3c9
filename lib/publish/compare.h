// Whether two files of captions say the same at the same time.
#pragma once

#include <string_view>

#include "cmos/cue.h"

namespace cmos {

// Captions as YouTube hands them back as SubRip: lines may be broken anew, speakers are not told.
// Times may differ by a millisecond each, since services keep them in other units.
bool shows_the_same(const Cues& cues, std::string_view srt);

}  // namespace cmos
