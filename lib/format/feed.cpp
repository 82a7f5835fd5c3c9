#include "format/feed.h"

#include <fmt/format.h>

#include "format/plain_text.h"

namespace cmos {

namespace {

// What a URL's path may hold as it is (RFC 3986, 2.3), and the slashes between its parts.
bool stays(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
         std::string_view("-._~/").find(c) != std::string_view::npos;
}

std::string percent_encoded(std::string_view path) {
  std::string result;
  for (const char c : path) {
    if (stays(c)) {
      result += c;
    } else {
      result += fmt::format("%{:02X}", static_cast<unsigned char>(c));
    }
  }
  return result;
}

}  // namespace

std::string write_feed(std::string_view base_url, std::string_view language,
                       const std::vector<FeedFile>& files) {
  while (base_url.ends_with('/')) base_url.remove_suffix(1);
  std::string result;
  for (const auto& [path, type] : files) {
    const auto url = escape_markup(fmt::format("{}/{}", base_url, percent_encoded(path)), "&<>\"");
    if (type == kChaptersType) {
      result += fmt::format("<podcast:chapters url=\"{}\" type=\"{}\" />\n", url, type);
    } else {
      result += fmt::format("<podcast:transcript url=\"{}\" type=\"{}\" language=\"{}\" />\n", url,
                            type, language);
    }
  }
  return result;
}

}  // namespace cmos
