#include "publish/url.h"

#include <fmt/format.h>

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

// "user@host:port" of the address.
std::string_view authority_of(std::string_view url) {
  for (const std::string_view scheme : {"https://", "http://"}) {
    if (!url.starts_with(scheme)) continue;
    url.remove_prefix(scheme.size());
    return url.substr(0, url.find_first_of("/?#\\"));
  }
  return {};
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

std::string host_of(std::string_view url) {
  const auto authority = authority_of(url);
  if (authority.starts_with('[')) return std::string(authority.substr(0, authority.find(']') + 1));
  return std::string(authority.substr(0, authority.find(':')));
}

bool is_loopback_url(std::string_view url) {
  const auto host = host_of(url);
  return host == "127.0.0.1" || host == "[::1]" || host == "localhost";
}

bool is_safe_url(std::string_view url) {
  const auto authority = authority_of(url);
  if (authority.empty() || authority.find('@') != std::string_view::npos) return false;
  const bool is_plain = std::ranges::all_of(url, [](char c) { return c > ' ' && c < '\x7f'; });
  return is_plain && (url.starts_with("https://") || is_loopback_url(url));
}

}  // namespace cmos
