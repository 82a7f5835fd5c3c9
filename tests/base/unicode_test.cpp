#include "base/unicode.h"

#include <catch2/catch.hpp>

using cmos::count_graphemes;
using cmos::find_invalid_utf8;
using cmos::grapheme_floor;
using cmos::has_letter_or_digit;
using cmos::next_code_point;

TEST_CASE("ill-formed UTF-8 is found at its first byte") {
  CHECK_FALSE(find_invalid_utf8("Yor\u00F9b\u00E1 \U0001F600"));
  CHECK(find_invalid_utf8("ab\xFF") == 2U);
  CHECK(find_invalid_utf8("\xC0\x80") == 0U);           // overlong
  CHECK(find_invalid_utf8("a\xED\xA0\x80") == 1U);      // surrogate
  CHECK(find_invalid_utf8("a\xF4\x90\x80\x80") == 1U);  // past U+10FFFF
  CHECK(find_invalid_utf8("a\xE2\x82") == 1U);          // cut
}

TEST_CASE("code points are read one by one, ill-formed bytes as U+FFFD") {
  const std::string_view text = "a\u20AC\xFF\U0001F600";
  std::u32string found;
  for (std::size_t at = 0; at < text.size();) found += next_code_point(text, at);
  CHECK(found == std::u32string(U"a\u20AC\uFFFD\U0001F600"));
}

TEST_CASE("graphemes are what a viewer counts") {
  CHECK(count_graphemes("") == 0);
  CHECK(count_graphemes("plain text") == 10);
  CHECK(count_graphemes("Yoru\u0300ba\u0301") == 6);
  CHECK(count_graphemes("\U0001F468\u200D\U0001F469\u200D\U0001F467!") == 2);
}

TEST_CASE("text is cut between graphemes") {
  CHECK(cmos::first_graphemes("Yoru\u0300ba", 4) == "Yoru\u0300");
  CHECK(cmos::first_graphemes("ab", 5) == "ab");
  CHECK(cmos::first_graphemes("ab", 0).empty());
}

TEST_CASE("text is cut to columns between characters, a wide one having two") {
  CHECK(cmos::first_columns("Yoru\u0300ba", 4) == "Yoru\u0300");
  CHECK(cmos::first_columns("\u5B57\u5B57a", 4) == "\u5B57\u5B57");
  CHECK(cmos::first_columns("\u5B57\u5B57a", 3) == "\u5B57");
  CHECK(cmos::first_columns("ab", 5) == "ab");
  CHECK(cmos::first_columns("ab", 0).empty());
}

TEST_CASE("letters and digits of any script are told from marks and punctuation") {
  CHECK(has_letter_or_digit("\u2014\u05D0"));
  CHECK(has_letter_or_digit("5"));
  CHECK_FALSE(has_letter_or_digit("\u2014 ... \u201C\u201D"));
}

TEST_CASE("text is cut between graphemes, never inside one") {
  CHECK(grapheme_floor("plain", 3) == 3);
  CHECK(grapheme_floor("plain", 9) == 5);
  CHECK(grapheme_floor("Yoru\u0300ba", 4) == 3);
  CHECK(grapheme_floor("Yoru\u0300ba", 5) == 3);
  CHECK(grapheme_floor("Yoru\u0300ba", 6) == 6);
  CHECK(grapheme_floor("\U0001F468\u200D\U0001F469\u200D\U0001F467!", 17) == 0);
}

TEST_CASE("code points of windows-1252 are its characters, others are themselves") {
  CHECK(cmos::from_windows_1252(0x80) == U'\u20AC');
  CHECK(cmos::from_windows_1252(0x92) == U'\u2019');
  CHECK(cmos::from_windows_1252(0x9F) == U'\u0178');
  CHECK(cmos::from_windows_1252(0x81) == 0x81);
  CHECK(cmos::from_windows_1252(0xA0) == 0xA0);
  CHECK(cmos::from_windows_1252(U'a') == U'a');
}
