#include "base/unicode.h"

#include <catch2/catch.hpp>

using cmos::count_graphemes;
using cmos::find_invalid_utf8;
using cmos::has_letter_or_digit;

TEST_CASE("ill-formed UTF-8 is found at its first byte") {
  CHECK_FALSE(find_invalid_utf8("Yor\u00F9b\u00E1 \U0001F600"));
  CHECK(find_invalid_utf8("ab\xFF") == 2U);
  CHECK(find_invalid_utf8("\xC0\x80") == 0U);           // overlong
  CHECK(find_invalid_utf8("a\xED\xA0\x80") == 1U);      // surrogate
  CHECK(find_invalid_utf8("a\xF4\x90\x80\x80") == 1U);  // past U+10FFFF
  CHECK(find_invalid_utf8("a\xE2\x82") == 1U);          // cut
}

TEST_CASE("graphemes are what a viewer counts") {
  CHECK(count_graphemes("") == 0);
  CHECK(count_graphemes("plain text") == 10);
  CHECK(count_graphemes("Yoru\u0300ba\u0301") == 6);
  CHECK(count_graphemes("\U0001F468\u200D\U0001F469\u200D\U0001F467!") == 2);
}

TEST_CASE("letters and digits of any script are told from marks and punctuation") {
  CHECK(has_letter_or_digit("\u2014\u05D0"));
  CHECK(has_letter_or_digit("5"));
  CHECK_FALSE(has_letter_or_digit("\u2014 ... \u201C\u201D"));
}
