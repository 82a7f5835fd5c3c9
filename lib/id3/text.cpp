#include "id3/text.h"

#include <unicode/unistr.h>

#include <algorithm>

#include "base/ascii.h"
#include "base/unicode.h"
#include "base/web.h"

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
      const bool has_mark = little_endian || bytes.substr(0, 2) == "\xFE\xFF";
      return from_utf16(bytes.substr(has_mark ? 2 : 0), little_endian);
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

std::string encode_url(std::string_view url) {
  return percent_encode(url, [](char c) { return c > 0x20 && c < 0x7F; });
}

}  // namespace cmos
