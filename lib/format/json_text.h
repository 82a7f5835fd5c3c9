// Pieces of JSON, for files whose layout is laid down.
#pragma once

#include <string>
#include <string_view>

#include "cmos/time.h"

namespace cmos {

// A JSON string with its quotation marks; what is not UTF-8 becomes U+FFFD.
std::string json_string(std::string_view text);

// Seconds with three decimals: 12.340.
std::string json_seconds(Time time);

}  // namespace cmos
