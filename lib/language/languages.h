// The data of each language, one file each. Inside lib/language only: others ask find_language().
#pragma once

#include "language/language.h"

namespace cmos {

extern const Language kEnglish;

}  // namespace cmos
