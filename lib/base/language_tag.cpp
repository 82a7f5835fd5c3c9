#include "cmos/language_tag.h"

#include <algorithm>

#include "base/ascii.h"

namespace cmos {

namespace {

bool is_letter_or_digit(char c) {
  return is_ascii_letter(c) || is_digit(c);
}

}  // namespace

bool is_language_tag(std::string_view text) {
  const auto subtag = text.substr(0, text.find('-'));
  if (subtag.size() < 2 || subtag.size() > 3 || !std::ranges::all_of(subtag, is_ascii_letter))
    return false;
  for (auto rest = text;; rest = rest.substr(rest.find('-') + 1)) {
    const auto part = rest.substr(0, rest.find('-'));
    if (part.empty() || part.size() > 8 || !std::ranges::all_of(part, is_letter_or_digit)) {
      return false;
    }
    if (part.size() == rest.size()) return true;
  }
}

std::optional<std::string> canonical_language_tag(std::string_view text) {
  std::string tag(text);
  std::ranges::replace(tag, '_', '-');
  if (!is_language_tag(tag)) return std::nullopt;
  std::ranges::transform(tag, tag.begin(), to_lower);
  for (auto begin = tag.find('-'); begin != std::string::npos;) {
    const auto end = std::min(tag.find('-', ++begin), tag.size());
    const auto size = end - begin;
    if (size == 2 || size == 4) tag[begin] = to_upper(tag[begin]);  // A region, a script.
    if (size == 2) tag[begin + 1] = to_upper(tag[begin + 1]);
    if (size == 1) break;  // Extensions stay in lower case.
    begin = end < tag.size() ? end : std::string::npos;
  }
  return tag;
}

}  // namespace cmos
