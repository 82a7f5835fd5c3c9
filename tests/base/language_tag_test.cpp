#include "cmos/language_tag.h"

#include <catch2/catch.hpp>

using cmos::is_language_tag;

TEST_CASE("a language tag has subtags of up to eight letters and digits") {
  for (const auto* tag : {"en", "pt-BR", "zh-Hant-TW", "sl-rozaj-1994", "de-CH-1996"}) {
    INFO(tag);
    CHECK(is_language_tag(tag));
  }
  for (const auto* text : {"", "e", "english please", "en_US", "en-", "-en", "1n", "en-ninechars",
                           "fran\xC3\xA7"
                           "ais",
                           "en\n"}) {
    INFO(text);
    CHECK_FALSE(is_language_tag(text));
  }
}
