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
  if (subtag.size() < 2 || !std::ranges::all_of(subtag, is_ascii_letter)) return false;
  for (auto rest = text;; rest = rest.substr(rest.find('-') + 1)) {
    const auto part = rest.substr(0, rest.find('-'));
    if (part.empty() || part.size() > 8 || !std::ranges::all_of(part, is_letter_or_digit)) {
      return false;
    }
    if (part.size() == rest.size()) return true;
  }
}

}  // namespace cmos
