#include "publish/description.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <vector>

#include "cmos/time.h"

namespace cmos {

namespace {

// Data API, videos, snippet.description: "maximum length of 5000 bytes", all but "<" and ">".
constexpr std::size_t kLongest = 5'000;

tl::unexpected<Error> failure(std::string message) {
  return tl::unexpected(Error{std::move(message), "description"});
}

// Cuts the text's first line off, its end included; gives the line without it and without blanks
// behind.
std::string_view take_line(std::string_view& text) {
  auto line = text.substr(0, text.find('\n'));
  text.remove_prefix(std::min(line.size() + 1, text.size()));
  while (line.ends_with(' ') || line.ends_with('\t') || line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

// Where lines of their own are these; a chapter may have a marker for its title.
std::vector<std::string_view> find_lines(std::string_view text, std::string_view wanted) {
  std::vector<std::string_view> found;
  while (!text.empty()) {
    const auto line = take_line(text);
    if (line == wanted) found.push_back(line);
  }
  return found;
}

// Whether YouTube would begin its list of chapters at some line of the text.
bool begins_chapters(std::string_view text) {
  while (!text.empty()) {
    const auto line = take_line(text);
    if (parse_clock(line.substr(0, line.find_first_of(" \t\r"))) == Time(0)) return true;
  }
  return false;
}

std::string block_of(std::string_view lines) {
  while (lines.ends_with('\n')) lines.remove_suffix(1);
  return fmt::format("{}\n{}\n{}", kChaptersBegin, lines, kChaptersEnd);
}

}  // namespace

Result<std::string> with_chapters(std::string_view description, std::string_view lines) {
  const auto begins = find_lines(description, kChaptersBegin);
  const auto ends = find_lines(description, kChaptersEnd);
  const bool has_block = !begins.empty();
  if (begins.size() != ends.size() || begins.size() > 1 ||
      (has_block && ends[0].data() < begins[0].data())) {
    return failure(
        fmt::format("the description has the lines \"{}\" and \"{}\" not once each and in this "
                    "order; mend it on YouTube",
                    kChaptersBegin, kChaptersEnd));
  }
  const auto offset = [&](const char* at) {
    return static_cast<std::size_t>(at - description.data());
  };
  const auto before = has_block ? description.substr(0, offset(begins[0].data())) : description;
  const auto after =
      has_block ? description.substr(offset(ends[0].data()) + ends[0].size()) : std::string_view();
  if (begins_chapters(before) || begins_chapters(after)) {
    return failure(
        "the description has chapters already that are not from here; remove them on YouTube, or "
        "go without --description-chapters");
  }
  std::string result(before);
  if (!has_block && !result.empty()) result += result.ends_with('\n') ? "\n" : "\n\n";
  result += block_of(lines);
  result += after;
  if (result.size() > kLongest) {
    return failure(fmt::format("the description would have {} bytes, and YouTube allows {}",
                               result.size(), kLongest));
  }
  return result;
}

}  // namespace cmos
