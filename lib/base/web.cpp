#include "base/web.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>

#include "base/ascii.h"

namespace cmos {

bool is_unreserved(char c) {
  return is_ascii_letter(c) || is_digit(c) || std::string_view("-._~").find(c) != std::string::npos;
}

std::string percent_encode(std::string_view text, bool (*stays)(char)) {
  std::string encoded;
  for (const char c : text) {
    if (stays(c)) {
      encoded += c;
    } else {
      encoded += fmt::format("%{:02X}", static_cast<std::uint8_t>(c));
    }
  }
  return encoded;
}

std::string encode_url(std::string_view url) {
  return percent_encode(url, [](char c) { return c > 0x20 && c < 0x7F; });
}

std::string encode_path(std::string_view path) {
  return percent_encode(path, [](char c) { return is_unreserved(c) || c == '/'; });
}

bool is_web_address(std::string_view text) {
  return starts_with_ignoring_case(text, "http://") || starts_with_ignoring_case(text, "https://");
}

bool is_youtube_id(std::string_view id) {
  return id.size() == 11 && std::ranges::all_of(id, [](char c) {
           return is_ascii_letter(c) || is_digit(c) || c == '-' || c == '_';
         });
}

}  // namespace cmos
