// Which form a transcript has.
#pragma once

#include <cstddef>
#include <string_view>

#include "cmos/transcript_format.h"

namespace cmos::transcript {

// By what the file from `begin` on (valid UTF-8, not blank) holds. Text and pages are not told
// apart here but by whether there is a line [transcript].
TranscriptFormat recognise(std::string_view file, std::size_t begin);

}  // namespace cmos::transcript
