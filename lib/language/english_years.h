// Which numbers English reads as years.
#pragma once

#include <cstdint>

namespace cmos {

// Those that are read in pairs of digits: "nineteen ninety", "twenty sixteen", but "two thousand
// five".
constexpr bool is_english_year(std::uint64_t number) {
  return (number >= 1100 && number < 2000) || (number >= 2010 && number < 2100);
}

}  // namespace cmos
