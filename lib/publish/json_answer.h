// JSON that comes from a service, or from whoever stands in for it.
#pragma once

#include <nlohmann/json.hpp>
#include <string_view>

namespace cmos {

// Levels of arrays and objects. The deepest answer that is read has five: error.errors[0].reason
// within the document; a video's thumbnails have as many.
inline constexpr int kDeepestAnswer = 32;

// Discarded (is_discarded()) if it is no JSON or nested more deeply: levels cost far more memory
// than the byte that opens one.
nlohmann::json parse_answer(std::string_view body);

}  // namespace cmos
