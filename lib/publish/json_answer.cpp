#include "publish/json_answer.h"

#include <algorithm>
#include <cstddef>

namespace cmos {

namespace {

// Counts brackets outside strings; what is no JSON may come to any number.
int depth_of(std::string_view text) {
  int depth = 0;
  int deepest = 0;
  bool is_string = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (is_string && c == '\\') {
      ++i;
    } else if (c == '"') {
      is_string = !is_string;
    } else if (!is_string && (c == '[' || c == '{')) {
      deepest = std::max(deepest, ++depth);
    } else if (!is_string && (c == ']' || c == '}')) {
      --depth;
    }
  }
  return deepest;
}

}  // namespace

nlohmann::json parse_answer(std::string_view body) {
  if (depth_of(body) > kDeepestAnswer) return nlohmann::json::value_t::discarded;
  return nlohmann::json::parse(body, nullptr, false);
}

}  // namespace cmos
