#include "corrections/page_text.h"

#include <fmt/format.h>

namespace cmos {

std::string as_speech(std::string_view text) {
  constexpr std::string_view kMarkup = "&<>*_`[]\\";
  std::string result;
  for (const char c : text) {
    if (kMarkup.find(c) == std::string_view::npos) {
      result += c;
    } else {
      result += fmt::format("&#{};", static_cast<int>(c));
    }
  }
  return result;
}

std::string as_scalar(std::string_view text) {
  std::string result = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') result += '\\';
    result += c;
  }
  return result + '"';
}

std::string as_clock(Time time) {
  const auto milliseconds = time.count() % 1000;
  return milliseconds == 0 ? fmt::format("\"{}\"", format_clock(time))
                           : fmt::format("\"{}.{:03}\"", format_clock(time), milliseconds);
}

}  // namespace cmos
