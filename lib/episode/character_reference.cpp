#include "episode/character_reference.h"

#include <cmark.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <memory>

#include "base/ascii.h"
#include "base/unicode.h"

namespace cmos::page {

namespace {

constexpr std::size_t kLongest = 33;  // "&CounterClockwiseContourIntegral;"
constexpr char32_t kReplacement = 0xFFFD;

std::string to_utf8(char32_t character) {
  std::array<char, U8_MAX_LENGTH> bytes{};
  std::size_t length = 0;
  U8_APPEND_UNSAFE(bytes, length, static_cast<UChar32>(character));
  return {bytes.data(), length};
}

// Of "233" or "xE9".
std::optional<std::string> decode_number(std::string_view text) {
  const bool is_hexadecimal = text.starts_with('x') || text.starts_with('X');
  if (is_hexadecimal) text.remove_prefix(1);
  std::uint32_t number = 0;
  const char* const begin = text.data();
  const char* const end = begin + text.size();
  const auto [stop, error] = std::from_chars(begin, end, number, is_hexadecimal ? 16 : 10);
  if (stop != end || error == std::errc::invalid_argument) return std::nullopt;
  const bool is_character =
      error == std::errc{} && number > 0 && number <= 0x10FFFF && !U_IS_SURROGATE(number);
  return to_utf8(is_character ? from_windows_1252(number) : kReplacement);
}

// cmark knows the names; what it does not know stays as it is.
std::optional<std::string> decode_name(std::string_view reference) {
  const std::unique_ptr<cmark_node, decltype(&cmark_node_free)> document(
      cmark_parse_document(reference.data(), reference.size(), CMARK_OPT_DEFAULT),
      &cmark_node_free);
  auto* const paragraph = cmark_node_first_child(document.get());
  const char* const text = cmark_node_get_literal(cmark_node_first_child(paragraph));
  if (text == nullptr || *text == '&') {
    return reference == "&amp;" || reference == "&AMP;" ? std::optional("&") : std::nullopt;
  }
  return text;
}

}  // namespace

std::size_t character_reference_size(std::string_view text) {
  const auto end = text.substr(0, kLongest).find(';');
  if (!text.starts_with('&') || end == std::string_view::npos || end < 2) return 0;
  auto name = text.substr(1, end - 1);
  if (name[0] == '#') name.remove_prefix(1);
  const auto is_name_character = [](char c) { return is_digit(c) || is_ascii_letter(c); };
  return std::ranges::all_of(name, is_name_character) ? end + 1 : 0;
}

std::optional<std::string> decode_character_reference(std::string_view reference) {
  const auto size = character_reference_size(reference);
  if (size == 0 || size != reference.size()) return std::nullopt;
  const auto inside = reference.substr(1, size - 2);
  return inside[0] == '#' ? decode_number(inside.substr(1)) : decode_name(reference);
}

}  // namespace cmos::page
