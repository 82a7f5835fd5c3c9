#include "language/shown_text.h"

#include <catch2/catch.hpp>

using cmos::lower_case;
using cmos::plain_text;
using cmos::to_latin_letters;

TEST_CASE("typographic characters become the plain ones") {
  CHECK(plain_text("“it’s”") == " it's ");
  CHECK(plain_text("well—yes…") == "well--yes...");
  CHECK(plain_text("15–16") == "15-16");
  CHECK(plain_text("½") == "1/2");
  CHECK(plain_text("2×4") == "2x4");
  CHECK(plain_text("Ｐｅｒｌ５") == "Perl5");
  CHECK(plain_text("٥") == "5");
  CHECK(plain_text("−5") == "-5");
}

TEST_CASE("what nobody says is taken out") {
  CHECK(plain_text("Perl™") == "Perl");
  CHECK(plain_text("soft\u00ADware\u200B") == "software");
  CHECK(plain_text("👍🏽") == "  ");
}

TEST_CASE("letters of all scripts, currencies and degrees stay") {
  CHECK(plain_text("Yorùbá") == "Yorùbá");
  CHECK(plain_text("€5 20°") == "€5 20°");
  CHECK(plain_text("שלום") == "שלום");
}

TEST_CASE("ill-formed UTF-8 is no letter") {
  CHECK(plain_text("a\xFFz") == "a z");
  CHECK(to_latin_letters("a\xFFz") == "az");
}

TEST_CASE("lower case is Unicode's") {
  CHECK(lower_case("PyCharm") == "pycharm");
  CHECK(lower_case("ÉCOLE") == "école");
}

TEST_CASE("words of any script are spelled with English letters") {
  CHECK(to_latin_letters("Yorùbá") == "yoruba");
  CHECK(to_latin_letters("Łódź") == "lodz");
  CHECK(to_latin_letters("don't") == "don't");
  CHECK(to_latin_letters("Привет") == "privet");
  CHECK(to_latin_letters("東京") == "dongjing");
  CHECK(to_latin_letters("שלום") == "slwm");
  CHECK(to_latin_letters("b.") == "b");
  CHECK(to_latin_letters("𓂀").empty());
}
