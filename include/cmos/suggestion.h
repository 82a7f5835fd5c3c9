// What somebody may have meant who misspelt a name.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "cmos/export.h"

namespace cmos {

// "; did you mean \"check\"?" for "chek": the name that the fewest edits of single characters (and
// exchanges of two neighbours) make of what was given, the first of several; at most one edit for
// every three characters of the longer one. Where no name is as near, one that has such a word
// between its hyphens: "transcript-json" for "jsn". Empty if there is none. Both are UTF-8; ASCII
// letters count as alike in any case.
CMOS_API std::string did_you_mean(std::string_view given, std::span<const std::string_view> names);

}  // namespace cmos
