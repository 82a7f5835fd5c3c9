// Whole numbers in English words, in all the ways they are said.
#pragma once

#include <string_view>

#include "speech/verbalisation.h"

namespace cmos {

// All arguments are ASCII digits, at least one. Thread-safe, as everything here.

// "360" -> three hundred sixty | three hundred and sixty | three sixty | three six zero | ...
// Four digits are read as a year, too: "2016" -> twenty sixteen | two thousand sixteen | ...
// Beyond 15 digits, and with a leading zero: digit by digit. A lone zero is "zero" or "oh".
Verbalisations whole_number(std::string_view digits);

// "24" -> two four; with zeros once as "oh", once as "zero".
Verbalisations digit_by_digit(std::string_view digits);

// Two digits behind others of a time, year or price: "05" -> oh five | zero five | five.
Verbalisations two_digits(std::string_view digits);

// "21" -> twenty first. Nothing beyond 15 digits.
Verbalisations ordinal(std::string_view digits);

// "90", "1990" -> ninety 's, nineteen ninety 's. Nothing if the last digit is not 0.
Verbalisations decade(std::string_view digits);

}  // namespace cmos
