// Names of languages.
#pragma once

#include <string_view>

#include "cmos/export.h"

namespace cmos {

// Whether the text has the shape of a BCP 47 tag, such as "en" or "pt-BR" (RFC 5646, section 2.1):
// subtags of up to 8 ASCII letters and digits, the first one of at least 2 letters.
CMOS_API bool is_language_tag(std::string_view text);

}  // namespace cmos
