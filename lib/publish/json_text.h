// How requests and answers are written as text.
#pragma once

#include <nlohmann/json.hpp>
#include <string>

namespace cmos {

// Without blanks; what is not UTF-8 becomes U+FFFD.
inline std::string json_text(const nlohmann::json& value) {
  return value.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

}  // namespace cmos
