#include "base/base64.h"

#include <cstdint>

namespace cmos {

namespace {

constexpr std::string_view kAlphabet =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
constexpr std::string_view kUrlAlphabet =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

std::string encode(std::string_view bytes, std::string_view alphabet) {
  std::string text;
  text.reserve((bytes.size() + 2) / 3 * 4);
  std::uint32_t bits = 0;
  unsigned count = 0;
  for (const char byte : bytes) {
    bits = (bits << 8U) | static_cast<std::uint8_t>(byte);
    count += 8;
    while (count >= 6) {
      count -= 6;
      text += alphabet[(bits >> count) & 63U];
    }
  }
  if (count > 0) text += alphabet[(bits << (6 - count)) & 63U];
  return text;
}

}  // namespace

std::string base64(std::string_view bytes) {
  auto text = encode(bytes, kAlphabet);
  text.resize((text.size() + 3) / 4 * 4, '=');
  return text;
}

std::string base64url(std::string_view bytes) {
  return encode(bytes, kUrlAlphabet);
}

}  // namespace cmos
