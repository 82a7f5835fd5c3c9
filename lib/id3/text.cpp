#include "id3/text.h"

#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <set>
#include <utility>

#include "base/ascii.h"
#include "base/unicode.h"

namespace cmos {

namespace {

// Encodings (structure 2.4, 4): the last two came with 2.4.
enum class Encoding { latin1 = 0, utf16 = 1, utf16_big_endian = 2, utf8 = 3 };

icu::UnicodeString from_utf8(std::string_view text) {
  return icu::UnicodeString::fromUTF8(
      icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
}

std::string utf16_with_mark(std::string_view text) {
  std::string result = "\xFF\xFE";
  const auto units = from_utf8(text);
  for (std::int32_t i = 0; i < units.length(); ++i) {
    result += static_cast<char>(units.charAt(i) & 0xFF);
    result += static_cast<char>(units.charAt(i) >> 8);
  }
  return result;
}

icu::UnicodeString from_utf16(std::string_view bytes, bool little_endian) {
  icu::UnicodeString result;
  for (std::size_t i = 0; i + 1 < bytes.size(); i += 2) {
    const auto first = static_cast<unsigned char>(bytes[i]);
    const auto second = static_cast<unsigned char>(bytes[i + 1]);
    result += static_cast<char16_t>(little_endian ? second << 8 | first : first << 8 | second);
  }
  return result;
}

// Where the first string ends: at a zero of two bytes.
std::size_t find_wide_zero(std::string_view bytes) {
  for (std::size_t i = 0; i + 1 < bytes.size(); i += 2) {
    if (bytes[i] == '\0' && bytes[i + 1] == '\0') return i;
  }
  return bytes.size();
}

// What no text has: characters that are none, or nobody's.
std::int32_t count_nonsense(const icu::UnicodeString& text) {
  std::int32_t count = 0;
  for (std::int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1)) {
    const auto type = u_charType(text.char32At(i));
    count += type == U_UNASSIGNED || type == U_SURROGATE || type == U_PRIVATE_USE_CHAR ? 1 : 0;
  }
  return count;
}

// In how many blocks of 256 characters the text lies.
std::size_t count_blocks(const icu::UnicodeString& text) {
  std::set<char16_t> blocks;
  for (std::int32_t i = 0; i < text.length(); ++i) {
    blocks.insert(static_cast<char16_t>(text.charAt(i) >> 8U));
  }
  return blocks.size();
}

// ID3v2.3, 3.3, wants a byte order mark. Without one the order holds in which the text is less
// nonsense, or lies in fewer blocks; else that of Windows, whose programs leave the mark out.
icu::UnicodeString from_unmarked_utf16(std::string_view bytes) {
  const auto end = find_wide_zero(bytes);
  const auto little = from_utf16(bytes.substr(0, end), true);
  const auto big = from_utf16(bytes.substr(0, end), false);
  const auto rank = [](const icu::UnicodeString& text) {
    return std::pair(count_nonsense(text), count_blocks(text));
  };
  return rank(big) < rank(little) ? big : little;
}

icu::UnicodeString from_latin1(std::string_view bytes) {
  icu::UnicodeString result;
  for (const char c : bytes) result += static_cast<char16_t>(static_cast<unsigned char>(c));
  return result;
}

icu::UnicodeString decode_units(Encoding encoding, std::string_view bytes) {
  switch (encoding) {
    case Encoding::latin1:
      return from_latin1(bytes);
    case Encoding::utf16: {
      const bool little_endian = bytes.substr(0, 2) == "\xFF\xFE";
      if (little_endian || bytes.substr(0, 2) == "\xFE\xFF") {
        return from_utf16(bytes.substr(2), little_endian);
      }
      return from_unmarked_utf16(bytes);
    }
    case Encoding::utf16_big_endian:
      return from_utf16(bytes, false);
    case Encoding::utf8:
      return from_utf8(bytes);
  }
  return {};
}

std::string to_utf8(icu::UnicodeString text) {
  const auto end = text.indexOf(u'\0');
  if (end >= 0) text.truncate(end);
  std::string utf8;
  text.toUTF8String(utf8);
  return utf8;
}

}  // namespace

std::string encode_text(int version, std::string_view text) {
  const auto encoded = [](Encoding encoding, std::string_view bytes) {
    return static_cast<char>(encoding) + std::string(bytes);
  };
  if (std::ranges::all_of(text, is_ascii)) return encoded(Encoding::latin1, text);
  if (version == 4) return encoded(Encoding::utf8, text);
  return encoded(Encoding::utf16, utf16_with_mark(text));
}

std::optional<std::string> decode_text(std::string_view data) {
  if (data.empty() || data[0] < 0 || data[0] > 3) return std::nullopt;
  return one_line(to_utf8(decode_units(static_cast<Encoding>(data[0]), data.substr(1))));
}

}  // namespace cmos
