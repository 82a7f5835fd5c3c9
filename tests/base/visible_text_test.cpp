#include "cmos/visible_text.h"

#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <rapidcheck/catch.h>
#include <algorithm>
#include <catch2/catch.hpp>
#include <string>

#include "base/unicode.h"

using cmos::visible_lines;
using cmos::visible_text;

TEST_CASE("what drives a terminal or turns text around is shown, not done") {
  CHECK(visible_text("\x1B[2J") == "\\x1B[2J");
  CHECK(visible_text("\x1B]52;c;aGk=\a") == "\\x1B]52;c;aGk=\\x07");
  CHECK(visible_text("good\rbad") == "good\\x0Dbad");
  CHECK(visible_text("a\nb\tc\x7F") == "a\\x0Ab\\x09c\\x7F");
  CHECK(visible_text("\u009B2J\u0085") == "\\u009B2J\\u0085");
  CHECK(visible_text("\u202Egnp.exe\u202C\u2066\u2069\u200E\u200F\u061C") ==
        "\\u202Egnp.exe\\u202C\\u2066\\u2069\\u200E\\u200F\\u061C");
  CHECK(visible_text("a\u2028b\u2029") == "a\\u2028b\\u2029");
  CHECK(visible_text(std::string("\0", 1)) == "\\x00");
}

TEST_CASE("bytes that are not UTF-8 are shown") {
  CHECK(visible_text("a\x9B"
                     "2J") == "a\\x9B2J");
  CHECK(visible_text("M\xFCller") == "M\\xFCller");
  CHECK(visible_text("cut \xE2\x80") == "cut \\xE2\\x80");
}

TEST_CASE("all other text stays as it is") {
  for (const std::string text : {"", "caf\u00E9 \"q\" \\x1B", "\u05E9\u05DC\u05D5\u05DD",
                                 "\U0001F469\u200D\U0001F4BB \uFFFD", "a\u00ADb\u00A0c"}) {
    CAPTURE(text);
    CHECK(visible_text(text) == text);
  }
}

TEST_CASE("lines stay lines") {
  CHECK(visible_lines("a\x1B\nb\r\n\nc") == "a\\x1B\nb\\x0D\n\nc");
  CHECK(visible_lines("") == "");
}

TEST_CASE("nothing that is shown drives a terminal, whatever the bytes") {
  rc::prop("any bytes", [](const std::string& text) {
    const auto shown = visible_text(text);
    RC_ASSERT(!cmos::find_invalid_utf8(shown));
    const auto points = icu::UnicodeString::fromUTF8(shown);
    for (std::int32_t i = 0; i < points.length(); i = points.moveIndex32(i, 1)) {
      RC_ASSERT(u_charType(points.char32At(i)) != U_CONTROL_CHAR);
      RC_ASSERT(u_hasBinaryProperty(points.char32At(i), UCHAR_BIDI_CONTROL) == 0);
    }
    RC_ASSERT(visible_text(shown) == shown);
  });
}
