#include "base/web.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
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

std::string percent_decode(std::string_view text) {
  std::string decoded;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto digits = text.substr(i + 1, 2);
    std::uint8_t byte = 0;
    const bool is_escape =
        text[i] == '%' && digits.size() == 2 &&
        std::from_chars(digits.begin(), digits.end(), byte, 16).ptr == digits.end();
    if (is_escape && byte != 0) {
      decoded += static_cast<char>(byte);
      i += digits.size();
    } else {
      decoded += text[i];
    }
  }
  return decoded;
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
