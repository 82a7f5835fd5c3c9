// Characters as viewers count them, which the widths of lines and reading speeds are measured in.
#pragma once

#include <cstddef>
#include <string_view>

#include "cmos/export.h"

namespace cmos {

// Number of extended grapheme clusters (UAX #29): what a viewer counts as characters. The text is
// valid UTF-8.
CMOS_API std::size_t count_graphemes(std::string_view text);

// The text's first grapheme clusters, at most so many. The text is valid UTF-8.
CMOS_API std::string_view first_graphemes(std::string_view text, std::size_t count);

}  // namespace cmos
