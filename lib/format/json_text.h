// JSON as text: whole values, and pieces for files whose layout is laid down.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>

#include "cmos/time.h"

namespace cmos {

// A value without blanks; what is not UTF-8 becomes U+FFFD.
std::string json_text(const nlohmann::json& value);

// A JSON string with its quotation marks; what is not UTF-8 becomes U+FFFD.
std::string json_string(std::string_view text);

// Seconds with three decimals: 12.340.
std::string json_seconds(Time time);

}  // namespace cmos
