// Pronunciations and verbalisations as one line of text each, to compare and to print.
#pragma once

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <string>
#include <vector>

inline std::string as_line(const std::vector<std::string>& items) {
  return fmt::format("{}", fmt::join(items, " "));
}

inline std::vector<std::string> as_lines(const std::vector<std::vector<std::string>>& ways) {
  std::vector<std::string> lines;
  for (const auto& way : ways) lines.push_back(as_line(way));
  return lines;
}
