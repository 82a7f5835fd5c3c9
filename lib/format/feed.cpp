#include "format/feed.h"

#include <fmt/format.h>

#include "base/web.h"
#include "format/plain_text.h"

namespace cmos {

std::string write_feed(std::string_view base_url, std::string_view language,
                       const std::vector<FeedFile>& files) {
  while (base_url.ends_with('/')) base_url.remove_suffix(1);
  std::string result;
  for (const auto& [path, type] : files) {
    const auto url = escape_markup(fmt::format("{}/{}", base_url, encode_path(path)), "&<>\"");
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
