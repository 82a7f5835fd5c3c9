#include "episode/lines.h"

#include <algorithm>

namespace cmos::page {

namespace {

constexpr std::string_view kBlanks = " \t\r";

}  // namespace

Line line_at(std::string_view text, std::size_t offset) {
  auto end = text.find('\n', offset);
  const auto next = end == std::string_view::npos ? text.size() : end + 1;
  end = std::min(end, text.size());
  if (end > offset && text[end - 1] == '\r') --end;
  return {text.substr(offset, end - offset), offset, next};
}

std::string_view trim(std::string_view text) {
  text.remove_prefix(skip_blanks(text));
  return trim_end(text);
}

std::string_view trim_end(std::string_view text) {
  return text.substr(0, text.find_last_not_of(kBlanks) + 1);
}

std::size_t skip_blanks(std::string_view text, std::size_t offset) {
  return std::min(text.find_first_not_of(kBlanks, offset), text.size());
}

}  // namespace cmos::page
