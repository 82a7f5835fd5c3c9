#include "base/similar.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "base/unicode.h"

namespace cmos {

namespace {

std::u32string code_points(std::string_view text) {
  std::u32string result;
  for (std::size_t at = 0; at < text.size();) {
    const auto c = next_code_point(text, at);
    result += c >= U'A' && c <= U'Z' ? c - U'A' + U'a' : c;
  }
  return result;
}

std::size_t distance(const std::u32string& a, const std::u32string& b, std::size_t limit) {
  if (std::max(a.size(), b.size()) - std::min(a.size(), b.size()) > limit) return limit + 1;
  // The rows of the table for the last three lengths of `a`.
  std::array<std::vector<std::size_t>, 3> rows;
  for (auto& row : rows) row.resize(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) rows[0][j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    const auto& before = rows[(i - 1) % 3];
    auto& row = rows[i % 3];
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t replaced = before[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
      row[j] = std::min({replaced, before[j] + 1, row[j - 1] + 1});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
        row[j] = std::min(row[j], rows[(i - 2) % 3][j - 2] + 1);
      }
    }
  }
  return std::min(rows[a.size() % 3][b.size()], limit + 1);
}

}  // namespace

std::size_t edit_distance(std::string_view a, std::string_view b, std::size_t limit) {
  return distance(code_points(a), code_points(b), limit);
}

bool nearly_same(std::string_view a, std::string_view b) {
  if (a == b) return false;
  const auto left = code_points(a);
  const auto right = code_points(b);
  const auto shorter = std::min(left.size(), right.size());
  const std::size_t limit = shorter >= 8 ? 2 : shorter >= 4 ? 1 : 0;
  return distance(left, right, limit) <= limit;
}

}  // namespace cmos
