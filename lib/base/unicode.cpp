#include "base/unicode.h"

#include <unicode/brkiter.h>
#include <unicode/uchar.h>
#include <unicode/utext.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <memory>
#include <stdexcept>
#include <string_view>

namespace cmos {

namespace {

bool is_simple_ascii(std::string_view text) {
  return std::ranges::all_of(text, [](char c) { return c >= 0x20 && c < 0x7F; });
}

icu::BreakIterator& grapheme_iterator() {
  thread_local const auto iterator = [] {
    UErrorCode status = U_ZERO_ERROR;
    std::unique_ptr<icu::BreakIterator> result(
        icu::BreakIterator::createCharacterInstance(icu::Locale::getRoot(), status));
    if (U_FAILURE(status)) throw std::runtime_error("ICU has no grapheme break rules");
    return result;
  }();
  return *iterator;
}

// Calls back with the end of each grapheme cluster while that returns true.
template <typename Visitor>
void visit_graphemes(std::string_view text, Visitor visitor) {
  UErrorCode status = U_ZERO_ERROR;
  UText view = UTEXT_INITIALIZER;
  utext_openUTF8(&view, text.data(), static_cast<std::int64_t>(text.size()), &status);
  auto& iterator = grapheme_iterator();
  iterator.setText(&view, status);
  if (U_FAILURE(status)) throw std::runtime_error("ICU cannot read UTF-8");
  for (auto end = iterator.next(); end != icu::BreakIterator::DONE; end = iterator.next()) {
    if (!visitor(static_cast<std::size_t>(end))) break;
  }
  utext_close(&view);
}

// Of the grapheme cluster that begins there.
std::size_t columns_at(std::string_view text, std::size_t begin) {
  const auto width = u_getIntPropertyValue(static_cast<UChar32>(next_code_point(text, begin)),
                                           UCHAR_EAST_ASIAN_WIDTH);
  return width == U_EA_WIDE || width == U_EA_FULLWIDTH ? 2 : 1;
}

}  // namespace

std::optional<std::size_t> find_invalid_utf8(std::string_view text) {
  const auto* bytes = reinterpret_cast<const unsigned char*>(text.data());
  const auto size = static_cast<std::ptrdiff_t>(text.size());
  for (std::ptrdiff_t i = 0; i < size;) {
    const auto start = i;
    UChar32 c = 0;
    U8_NEXT(bytes, i, size, c);
    if (c < 0) return static_cast<std::size_t>(start);
  }
  return std::nullopt;
}

char32_t next_code_point(std::string_view text, std::size_t& at) {
  const auto* bytes = reinterpret_cast<const unsigned char*>(text.data());
  UChar32 c = 0;
  // NOLINTNEXTLINE(bugprone-inc-dec-in-conditions): in ICU's macro
  U8_NEXT_OR_FFFD(bytes, at, text.size(), c);
  return static_cast<char32_t>(c);
}

std::size_t count_graphemes(std::string_view text) {
  if (is_simple_ascii(text)) return text.size();
  std::size_t count = 0;
  visit_graphemes(text, [&](std::size_t) { return ++count > 0; });
  return count;
}

std::size_t count_columns(std::string_view text) {
  if (is_simple_ascii(text)) return text.size();
  std::size_t columns = 0;
  std::size_t begin = 0;
  visit_graphemes(text, [&](std::size_t end) {
    columns += columns_at(text, begin);
    begin = end;
    return true;
  });
  return columns;
}

std::string_view first_columns(std::string_view text, std::size_t columns) {
  std::size_t size = 0;
  visit_graphemes(text, [&](std::size_t end) {
    const auto width = columns_at(text, size);
    if (width > columns) return false;
    columns -= width;
    size = end;
    return true;
  });
  return text.substr(0, size);
}

std::string_view first_graphemes(std::string_view text, std::size_t count) {
  std::size_t size = 0;
  if (count > 0) {
    visit_graphemes(text, [&](std::size_t end) {
      size = end;
      return --count > 0;
    });
  }
  return text.substr(0, size);
}

char32_t code_point_before(std::string_view text, std::size_t at) {
  do {
    --at;
  } while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U);
  return next_code_point(text, at);
}

std::size_t grapheme_floor(std::string_view text, std::size_t offset) {
  std::size_t boundary = 0;
  visit_graphemes(text, [&](std::size_t end) {
    if (end <= offset) boundary = end;
    return end < offset;
  });
  return boundary;
}

std::string one_line(std::string_view text) {
  std::string result;
  bool space_before = false;
  for (std::size_t at = 0; at < text.size();) {
    const auto begin = at;
    const auto c = static_cast<UChar32>(next_code_point(text, at));
    constexpr auto kBreaks = U_GC_CC_MASK | U_GC_ZL_MASK | U_GC_ZP_MASK;
    if (c == ' ' || (U_GET_GC_MASK(c) & kBreaks) != 0) {
      space_before = true;
      continue;
    }
    if (space_before && !result.empty()) result += ' ';
    space_before = false;
    result += text.substr(begin, at - begin);
  }
  return result;
}

char32_t from_windows_1252(char32_t character) {
  constexpr std::u32string_view kCharacters =
      U"\u20AC\x81\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\x8D\u017D\x8F"
      U"\x90\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\x9D\u017E"
      U"\u0178";
  static_assert(kCharacters.size() == 0x20);
  return character >= 0x80 && character <= 0x9F ? kCharacters[character - 0x80] : character;
}

bool has_letter_or_digit(std::string_view text) {
  const auto* bytes = reinterpret_cast<const unsigned char*>(text.data());
  const auto size = static_cast<std::ptrdiff_t>(text.size());
  for (std::ptrdiff_t i = 0; i < size;) {
    UChar32 c = 0;
    U8_NEXT(bytes, i, size, c);
    if (c >= 0 && (U_GET_GC_MASK(c) & (U_GC_L_MASK | U_GC_N_MASK)) != 0) return true;
  }
  return false;
}

}  // namespace cmos
