// Text of others on its way to a terminal.
#pragma once

#include <string>
#include <string_view>

#include "cmos/export.h"

namespace cmos {

// One line that neither drives a terminal nor shows itself in another order or place than it stands
// in: control characters of ASCII and bytes that are not UTF-8 become \xNN; those of Latin-1
// (general category Cc), line and paragraph separators (Zl, Zp) and what changes the direction
// (Bidi_Control, UAX #9) become \uNNNN. All else stays. Any bytes are allowed; the result is UTF-8.
CMOS_API std::string visible_text(std::string_view text);

// The same for text of several lines: their ends stay.
CMOS_API std::string visible_lines(std::string_view text);

}  // namespace cmos
