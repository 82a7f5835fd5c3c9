// How numbers on pages are said: "5.24", "$1,100", "70%", "5GB", "1990s", "21st", "5:42", "9/10".
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "speech/verbalisation.h"

namespace cmos {

struct NumberVerbalisations {
  Verbalisations forms;    // At least one.
  std::size_t length = 0;  // Bytes of the text that are said.
};

// Reads the number at the start of a plain_text(), if one is there: digits, perhaps behind a
// currency or a decimal point, and the unit that follows without a space. Letters that are no unit
// are left ("3D", "5th-grade": "3", "5th"). Thread-safe.
std::optional<NumberVerbalisations> verbalise_number(std::string_view text);

}  // namespace cmos
