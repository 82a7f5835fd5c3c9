#include "cmos/chapter.h"

#include <fmt/format.h>

#include <vector>

#include "base/web.h"
#include "format/json_text.h"

namespace cmos {

std::string write_chapters_json(const Chapters& chapters) {
  std::vector<std::string> entries;
  for (const auto& chapter : chapters) {
    auto entry =
        fmt::format(R"({{"startTime":{},"endTime":{},"title":{})", json_seconds(chapter.time.start),
                    json_seconds(chapter.time.end), json_string(chapter.title));
    if (!chapter.url.empty())
      entry += fmt::format(R"(,"url":{})", json_string(encode_url(chapter.url)));
    if (is_web_address(chapter.image)) {
      entry += fmt::format(R"(,"img":{})", json_string(encode_url(chapter.image)));
    }
    entries.push_back(entry + '}');
  }
  return fmt::format("{{\"version\":\"1.2.0\",\"chapters\":[\n{}\n]}}\n",
                     fmt::join(entries, ",\n"));
}

}  // namespace cmos
