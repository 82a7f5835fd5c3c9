#include "base/language_tag.h"

#include <algorithm>

namespace cmos {

namespace {

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool is_letter_or_digit(char c) {
  return is_letter(c) || (c >= '0' && c <= '9');
}

}  // namespace

bool is_language_tag(std::string_view text) {
  const auto subtag = text.substr(0, text.find('-'));
  if (subtag.size() < 2 || !std::ranges::all_of(subtag, is_letter)) return false;
  for (auto rest = text;; rest = rest.substr(rest.find('-') + 1)) {
    const auto part = rest.substr(0, rest.find('-'));
    if (part.empty() || part.size() > 8 || !std::ranges::all_of(part, is_letter_or_digit)) {
      return false;
    }
    if (part.size() == rest.size()) return true;
  }
}

}  // namespace cmos
