#include "format/plain_text.h"

#include <catch2/catch.hpp>

using cmos::Cue;
using cmos::one_line;
using cmos::text_of;
using cmos::voices;

TEST_CASE("text for a line has no line ends and no other control characters") {
  CHECK(one_line(" a\r\n\tb \v c\u2028d\u0085e\x01 ") == "a b c d e");
  CHECK(one_line("Jan & <Marcus>") == "Jan & <Marcus>");
  CHECK(one_line("\u05D0\u200F \U0001F468\u200D\U0001F469") ==
        "\u05D0\u200F \U0001F468\u200D\U0001F469");
  CHECK(one_line("\n \n").empty());
}

TEST_CASE("neighbouring lines of one speaker are one voice, and empty lines are none") {
  const Cue cue{{}, {{"A", "one", {}}, {"A", "two", {}}, {"B", "\n", {}}, {"B", "three", {}}}};
  const auto result = voices(cue);
  REQUIRE(result.size() == 2);
  CHECK(result[0].speaker == "A");
  REQUIRE(result[0].lines.size() == 2);
  CHECK(result[0].lines[1]->text == "two");
  REQUIRE(result[1].lines.size() == 1);
  CHECK(result[1].lines[0]->text == "three");
}

TEST_CASE("a cue's text in one line has spaces between words and none inside a joined one") {
  const Cue spaced{{}, {{"", "to be", {}}, {"", "or not", {}}}};
  CHECK(text_of(spaced) == "to be or not");
  const Cue joined{
      {}, {{"", "\u4E2D", {{"\u4E2D", {}, false}}}, {"", "\u6587", {{"\u6587", {}, true}}}}};
  CHECK(text_of(joined) == "\u4E2D\u6587");
}
