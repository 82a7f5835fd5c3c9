#include "cmos/diagnostic.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>

namespace cmos {

namespace {

constexpr std::size_t kContext = 3;

// With their line ends.
std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const auto newline = text.find('\n');
    const auto size = newline == std::string_view::npos ? text.size() : newline + 1;
    lines.push_back(text.substr(0, size));
    text.remove_prefix(size);
  }
  return lines;
}

void add_line(std::string& diff, char mark, std::string_view line) {
  diff += mark;
  diff += line;
  if (!line.ends_with('\n')) diff += "\n\\ No newline at end of file\n";
}

// Changed lines in a row: the old ones, then the new ones.
void add_changed(std::string& diff, const std::vector<std::string_view>& before,
                 const std::vector<std::string_view>& after, std::size_t begin, std::size_t end) {
  for (auto i = begin; i < end; ++i) add_line(diff, '-', before[i]);
  for (auto i = begin; i < end; ++i) add_line(diff, '+', after[i]);
}

}  // namespace

std::string apply_edits(std::string_view page, std::vector<Edit> edits) {
  std::ranges::stable_sort(edits, {}, [](const Edit& edit) { return edit.source.begin; });
  std::string result;
  std::size_t at = 0;
  for (std::size_t i = 0; i < edits.size(); ++i) {
    const auto& [source, text] = edits[i];
    const bool is_replaced = i + 1 < edits.size() && edits[i + 1].source.begin == source.begin;
    if (is_replaced || source.begin < at) continue;
    result += page.substr(at, source.begin - at);
    result += text;
    at = source.end;
  }
  result += page.substr(at);
  return result;
}

std::string unified_diff(std::string_view before, std::string_view after, std::string_view name) {
  const auto old_lines = lines_of(before);
  const auto new_lines = lines_of(after);
  const auto count = old_lines.size();
  std::vector<std::size_t> changed;
  for (std::size_t i = 0; i < count; ++i) {
    if (old_lines[i] != new_lines[i]) changed.push_back(i);
  }
  if (changed.empty()) return {};
  auto diff = fmt::format("--- {0}\n+++ {0}\n", name);
  for (std::size_t first = 0; first < changed.size();) {
    auto last = first;  // Of the changed lines of one hunk.
    while (last + 1 < changed.size() && changed[last + 1] - changed[last] <= 2 * kContext + 1)
      ++last;
    const auto begin = changed[first] - std::min(changed[first], kContext);
    const auto end = std::min(changed[last] + 1 + kContext, count);
    diff += fmt::format("@@ -{0},{1} +{0},{1} @@\n", begin + 1, end - begin);
    for (auto i = begin; i < end;) {
      auto same = i;
      while (same < end && old_lines[same] != new_lines[same]) ++same;
      add_changed(diff, old_lines, new_lines, i, same);
      if (same < end) add_line(diff, ' ', old_lines[same]);
      i = same + 1;
    }
    first = last + 1;
  }
  return diff;
}

}  // namespace cmos
