#include "publish/description.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>

#include "cmos/time.h"

namespace cmos {

namespace {

// Data API, videos, snippet.description: "maximum length of 5000 bytes", all but "<" and ">".
constexpr std::size_t kLongest = 5'000;

tl::unexpected<Error> failure(std::string message) {
  return tl::unexpected(Error{std::move(message), "description"});
}

// Whether YouTube would begin its list of chapters at some line of the text.
bool begins_chapters(std::string_view text) {
  while (!text.empty()) {
    auto line = text.substr(0, text.find('\n'));
    text.remove_prefix(std::min(line.size() + 1, text.size()));
    line = line.substr(0, line.find_first_of(" \t\r"));
    if (parse_clock(line) == Time(0)) return true;
  }
  return false;
}

std::string block_of(std::string_view lines) {
  while (lines.ends_with('\n')) lines.remove_suffix(1);
  return fmt::format("{}\n{}\n{}", kChaptersBegin, lines, kChaptersEnd);
}

}  // namespace

Result<std::string> with_chapters(std::string_view description, std::string_view lines) {
  const auto begin = description.find(kChaptersBegin);
  const auto end = description.find(kChaptersEnd);
  const bool has_begin = begin != std::string_view::npos;
  const bool has_end = end != std::string_view::npos;
  if (has_begin != has_end || (has_begin && end < begin)) {
    return failure(
        fmt::format("the description has \"{}\" and \"{}\" not both and in this order; "
                    "mend it on YouTube",
                    kChaptersBegin, kChaptersEnd));
  }
  auto before = description.substr(0, begin);
  const auto after = has_end ? description.substr(end + kChaptersEnd.size()) : std::string_view();
  if (begins_chapters(before) || begins_chapters(after)) {
    return failure(
        "the description has chapters already that are not from here; remove them on YouTube, or "
        "go without --description-chapters");
  }
  std::string result(before);
  if (!has_begin && !result.empty()) result += result.ends_with('\n') ? "\n" : "\n\n";
  result += block_of(lines);
  result += after;
  if (result.size() > kLongest) {
    return failure(fmt::format("the description would have {} bytes, and YouTube allows {}",
                               result.size(), kLongest));
  }
  return result;
}

}  // namespace cmos
