#include "cmos/chapter.h"

#include <fmt/format.h>

#include <string_view>

namespace cmos {

namespace {

std::string escaped(std::string_view text) {
  std::string result;
  for (const char c : text) {
    if (std::string_view("=;#\\\n").find(c) != std::string_view::npos) result += '\\';
    result += c;
  }
  return result;
}

}  // namespace

std::string write_ffmetadata(const Chapters& chapters) {
  std::string result = ";FFMETADATA1\n";
  for (const auto& chapter : chapters) {
    result +=
        fmt::format("[CHAPTER]\nTIMEBASE=1/1000\nSTART={}\nEND={}\ntitle={}\n",
                    chapter.time.start.count(), chapter.time.end.count(), escaped(chapter.title));
  }
  return result;
}

}  // namespace cmos
