// Numbers as pages write them, taken apart: "5.24", "$1,100", "70%", "5GB", "1990s", "5:42pm".
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace cmos {

struct WrittenNumber {
  std::string currency;            // "$", "€", "£", "¥", wherever it stands; or empty.
  std::vector<std::string> parts;  // ASCII digits, without the commas; the first may be empty
                                   // (".5").
  char separator = ' ';            // Between the parts: '.', ':' or '/'.
  std::string suffix;      // What follows without a space, in lower case: letters, "%", "°", "°c".
  std::size_t length = 0;  // Bytes of the text up to the suffix.
  std::size_t length_with_suffix = 0;  // And with it.
};

// Reads the number at the start of a plain_text(), if one is there.
std::optional<WrittenNumber> parse_number(std::string_view text);

}  // namespace cmos
