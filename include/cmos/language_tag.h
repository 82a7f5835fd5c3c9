// Names of languages.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "cmos/export.h"

namespace cmos {

// Whether the text has the shape of a BCP 47 tag, such as "en" or "pt-BR" (RFC 5646, section 2.1):
// subtags of up to 8 ASCII letters and digits, the first one of 2 or 3 letters (longer ones are
// reserved, 2.2.1).
CMOS_API bool is_language_tag(std::string_view text);

// The tag as it is written by convention (RFC 5646, section 2.1.1): "de", "pt-BR", "zh-Hant". "_"
// is read as "-" (Unicode LDML, section 3.2: "pt_BR"). Nothing if it is no tag then.
CMOS_API std::optional<std::string> canonical_language_tag(std::string_view text);

}  // namespace cmos
