#include "episode/source_units.h"

#include <algorithm>
#include <array>

#include "base/ascii.h"
#include "episode/character_reference.h"
#include "episode/lines.h"

namespace cmos::page {

namespace {

bool is_ascii_punctuation(char c) {
  return c > ' ' && c < 0x7F && !is_digit(c) && !is_ascii_letter(c);
}

bool is_hex_digit(char c) {
  return is_digit(c) || (to_lower(c) >= 'a' && to_lower(c) <= 'f');
}

bool is_numeric_entity(std::string_view name) {
  if (!name.starts_with('#')) return false;
  name.remove_prefix(1);
  if (name.starts_with('x') || name.starts_with('X')) {
    name.remove_prefix(1);
    return !name.empty() && name.size() <= 6 && std::ranges::all_of(name, is_hex_digit);
  }
  return !name.empty() && name.size() <= 7 && std::ranges::all_of(name, is_digit);
}

// The second characters of those named references that stand for two (WHATWG HTML, section 13.5).
constexpr auto kSecondCharacters = std::to_array<std::string_view>(
    {"j", "\u200A", "\u0331", "\u0333", "\u0338", "\u20D2", "\u20E5", "\uFE00"});

// `rest` is the source behind the reference.
std::size_t named_entity_shown_size(std::string_view shown, std::string_view rest) {
  const auto first = first_character_size(shown);
  const auto behind = shown.substr(first);
  for (const auto second : kSecondCharacters) {
    if (behind.starts_with(second) && !rest.starts_with(second)) return first + second.size();
  }
  return first;
}

}  // namespace

SourceUnit next_source_unit(std::string_view source, std::string_view shown) {
  if (source[0] == '\\' && source.size() > 1 && is_ascii_punctuation(source[1]) &&
      source[1] == shown[0])
    return {2, 1};
  if (const auto size = character_reference_size(source); size > 0) {
    const auto name = source.substr(1, size - 2);
    if (is_numeric_entity(name)) return {size, first_character_size(shown)};
    if (name == "amp" || name == "AMP") return {size, 1};
    if (!shown.starts_with(source.substr(0, size)))
      return {size, named_entity_shown_size(shown, source.substr(size))};
  }
  return next_raw_unit(source, shown);
}

SourceUnit next_raw_unit(std::string_view source, std::string_view shown) {
  const auto size = first_character_size(source);
  return {size, shown.starts_with(source.substr(0, size)) ? size : 0};
}

std::size_t first_character_size(std::string_view text) {
  std::size_t size = 1;
  while (size < text.size() && (static_cast<unsigned char>(text[size]) & 0xC0U) == 0x80U) ++size;
  return size;
}

}  // namespace cmos::page
