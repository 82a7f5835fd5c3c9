// Texts as a page has to write them. Inside lib/corrections only.
#pragma once

#include <string>
#include <string_view>

#include "cmos/time.h"

namespace cmos {

// What Markdown or HTML would read as markup stands as a character reference.
std::string as_speech(std::string_view text);

// A double-quoted YAML scalar of one line.
std::string as_scalar(std::string_view text);

// "1:02.340" within double quotes; whole seconds without a fraction.
std::string as_clock(Time time);

}  // namespace cmos
