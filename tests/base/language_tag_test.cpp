#include "cmos/language_tag.h"

#include <catch2/catch.hpp>

using cmos::is_language_tag;

TEST_CASE("a language tag has subtags of up to eight letters and digits") {
  for (const auto* tag : {"en", "pt-BR", "zh-Hant-TW", "sl-rozaj-1994", "de-CH-1996"}) {
    INFO(tag);
    CHECK(is_language_tag(tag));
  }
  for (const auto* text :
       {"", "e", "english please", "en_US", "en-", "-en", "1n", "en-ninechars", "German",
        "fran\xC3\xA7"
        "ais",
        "en\n"}) {
    INFO(text);
    CHECK_FALSE(is_language_tag(text));
  }
}

TEST_CASE("a language tag is written by convention") {
  using cmos::canonical_language_tag;
  CHECK(canonical_language_tag("DE") == "de");
  CHECK(canonical_language_tag("de_DE") == "de-DE");
  CHECK(canonical_language_tag("ZH_hANT_tw") == "zh-Hant-TW");
  CHECK(canonical_language_tag("sl-ROZAJ-1994") == "sl-rozaj-1994");
  CHECK(canonical_language_tag("en-us-x-ab-twain") == "en-US-x-ab-twain");
  CHECK_FALSE(canonical_language_tag("de_"));
}
