#include "cmos/visible_text.h"

#include <fmt/format.h>
#include <unicode/uchar.h>

#include <cstddef>

#include "base/unicode.h"

namespace cmos {

namespace {

constexpr char32_t kReplacement = U'\uFFFD';

bool is_ascii_control(char32_t c) {
  return c < U' ' || c == U'\x7f';
}

bool drives_terminal(char32_t c) {
  const auto point = static_cast<UChar32>(c);
  constexpr auto kControls = U_GC_CC_MASK | U_GC_ZL_MASK | U_GC_ZP_MASK;
  return (U_GET_GC_MASK(point) & kControls) != 0 ||
         u_hasBinaryProperty(point, UCHAR_BIDI_CONTROL) != 0;
}

void add_bytes(std::string& result, std::string_view bytes) {
  for (const char c : bytes) result += fmt::format("\\x{:02X}", static_cast<unsigned char>(c));
}

}  // namespace

std::string visible_text(std::string_view text) {
  std::string result;
  for (std::size_t at = 0; at < text.size();) {
    const auto begin = at;
    const auto c = next_code_point(text, at);
    const auto bytes = text.substr(begin, at - begin);
    if (is_ascii_control(c) || (c == kReplacement && bytes != "\uFFFD")) {
      add_bytes(result, bytes);
    } else if (drives_terminal(c)) {
      result += fmt::format("\\u{:04X}", static_cast<unsigned>(c));
    } else {
      result += bytes;
    }
  }
  return result;
}

std::string visible_lines(std::string_view text) {
  std::string result;
  while (!text.empty()) {
    const auto line = text.substr(0, text.find('\n'));
    result += visible_text(line);
    text.remove_prefix(line.size());
    if (text.empty()) break;
    result += '\n';
    text.remove_prefix(1);
  }
  return result;
}

}  // namespace cmos
