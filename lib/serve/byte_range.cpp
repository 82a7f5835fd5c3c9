#include "serve/byte_range.h"

#include <algorithm>
#include <charconv>

#include "base/ascii.h"

namespace cmos {

namespace {

// Nothing but digits; what is too large is the largest.
std::optional<std::uint64_t> position(std::string_view text) {
  if (text.empty() || !std::ranges::all_of(text, is_digit)) return {};
  std::uint64_t number = UINT64_MAX;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
}

}  // namespace

std::optional<ByteRange> asked_range(std::string_view header, std::uint64_t size) {
  constexpr std::string_view kUnit = "bytes=";
  const auto hyphen = header.find('-');
  if (!header.starts_with(kUnit) || hyphen == std::string_view::npos) return {};
  const auto first_text = header.substr(kUnit.size(), hyphen - kUnit.size());
  const auto last_text = header.substr(hyphen + 1);
  const auto first = position(first_text);
  const auto last = position(last_text);
  if (first_text.empty() && last) {
    const auto length = std::min(*last, size);
    return ByteRange{size - length, length};
  }
  if (!first || (!last && !last_text.empty()) || (last && *last < *first)) return {};
  if (*first >= size) return ByteRange{0, 0};
  return ByteRange{*first, std::min(last.value_or(size - 1), size - 1) - *first + 1};
}

}  // namespace cmos
