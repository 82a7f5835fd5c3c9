#include "publish/parameters.h"

#include <algorithm>

#include "base/web.h"

namespace cmos {

namespace {

// In forms, "+" stands for a blank (URL Standard, section 5.1).
std::string decode_value(std::string_view text) {
  std::string blank(text);
  std::ranges::replace(blank, '+', ' ');
  return percent_decode(blank);
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
    parameters.try_emplace(decode_value(part.substr(0, equals)),
                           decode_value(part.substr(std::min(equals + 1, part.size()))));
    text.remove_prefix(std::min(part.size() + 1, text.size()));
  }
  return parameters;
}

}  // namespace cmos
