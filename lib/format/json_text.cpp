#include "format/json_text.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

namespace cmos {

std::string json_text(const nlohmann::json& value) {
  return value.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

std::string json_string(std::string_view text) {
  return json_text(text);
}

std::string json_seconds(Time time) {
  return fmt::format("{}.{:03}", time.count() / 1000, time.count() % 1000);
}

}  // namespace cmos
