#include "cmos/time.h"

#include <fmt/format.h>

#include <charconv>
#include <vector>

namespace cmos {

namespace {

std::optional<long> parse_digits(std::string_view text, std::size_t min, std::size_t max) {
  if (text.size() < min || text.size() > max) return std::nullopt;
  long value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size() || text[0] == '-')
    return std::nullopt;
  return value;
}

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  std::size_t begin = 0;
  for (auto end = text.find(separator); end != std::string_view::npos;
       end = text.find(separator, begin)) {
    parts.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  parts.push_back(text.substr(begin));
  return parts;
}

}  // namespace

std::optional<Time> parse_clock(std::string_view text) {
  long fraction = 0;
  if (const auto dot = text.find('.'); dot != std::string_view::npos) {
    const auto digits = text.substr(dot + 1);
    const auto value = parse_digits(digits, 1, 3);
    if (!value) return std::nullopt;
    fraction = *value;
    for (auto missing = 3 - digits.size(); missing > 0; --missing) fraction *= 10;
    text = text.substr(0, dot);
  }
  const auto parts = split(text, ':');
  if (parts.size() < 2 || parts.size() > 3) return std::nullopt;
  const bool with_hours = parts.size() == 3;
  const auto hours = with_hours ? parse_digits(parts[0], 1, 3) : 0;
  const auto minutes =
      parse_digits(parts[parts.size() - 2], with_hours ? 2 : 1, with_hours ? 2 : 3);
  const auto seconds = parse_digits(parts.back(), 2, 2);
  if (!hours || !minutes || !seconds || *seconds > 59 || (with_hours && *minutes > 59))
    return std::nullopt;
  return std::chrono::hours(*hours) + std::chrono::minutes(*minutes) +
         std::chrono::seconds(*seconds) + Time(fraction);
}

std::string format_clock(Time time) {
  const auto seconds = std::chrono::floor<std::chrono::seconds>(time).count();
  const auto hours = seconds / 3600;
  if (hours > 0) return fmt::format("{}:{:02}:{:02}", hours, seconds / 60 % 60, seconds % 60);
  return fmt::format("{}:{:02}", seconds / 60, seconds % 60);
}

std::string format_timestamp(Time time, char separator) {
  const auto ms = time.count();
  return fmt::format("{:02}:{:02}:{:02}{}{:03}", ms / 3600000, ms / 60000 % 60, ms / 1000 % 60,
                     separator, ms % 1000);
}

}  // namespace cmos
