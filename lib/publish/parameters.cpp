#include "publish/parameters.h"

#include <algorithm>
#include <charconv>
#include <cstdint>

#include "base/web.h"

namespace cmos {

namespace {

std::string percent_decode(std::string_view text) {
  std::string decoded;
  for (std::size_t i = 0; i < text.size(); ++i) {
    std::uint8_t byte = 0;
    const auto digits = text.substr(i + 1, 2);
    if (text[i] == '%' && digits.size() == 2 &&
        std::from_chars(digits.begin(), digits.end(), byte, 16).ptr == digits.end()) {
      decoded += static_cast<char>(byte);
      i += 2;
    } else {
      decoded += text[i] == '+' ? ' ' : text[i];
    }
  }
  return decoded;
}

}  // namespace

std::string encode_parameters(const Parameters& parameters) {
  std::string text;
  for (const auto& [name, value] : parameters) {
    if (!text.empty()) text += '&';
    text += percent_encode(name) + '=' + percent_encode(value);
  }
  return text;
}

std::map<std::string, std::string> decode_parameters(std::string_view text) {
  std::map<std::string, std::string> parameters;
  while (!text.empty()) {
    const auto part = text.substr(0, text.find('&'));
    const auto equals = std::min(part.find('='), part.size());
    parameters.try_emplace(percent_decode(part.substr(0, equals)),
                           percent_decode(part.substr(std::min(equals + 1, part.size()))));
    text.remove_prefix(std::min(part.size() + 1, text.size()));
  }
  return parameters;
}

}  // namespace cmos
