#include "language/language.h"

#include <catch2/catch.hpp>

using cmos::find_language;

TEST_CASE("a language is told by its tag's primary subtag") {
  for (const auto* tag : {"en", "EN", "En", "en-GB", "en-US-x-podcast", "eng", "ENG-gb"}) {
    CAPTURE(tag);
    CHECK(find_language(tag).code == "en");
    CHECK(&find_language(tag) == &find_language("en"));
  }
}

TEST_CASE("what is unknown gets the rules for any language") {
  for (const auto* tag : {"", "und", "enm", "e", "fi", "x-en", "i-en", "-en", "en_GB", "art-en"}) {
    CAPTURE(tag);
    CHECK(find_language(tag).code.empty());
    CHECK(find_language(tag).notes.empty());
    CHECK(find_language(tag).titles.fillers.empty());
    CHECK_FALSE(find_language(tag).line_ends.classes_of("the").article);
  }
}

TEST_CASE("the languages of captions have their function words") {
  for (const auto* tag :
       {"en", "de-AT", "fr", "spa", "it", "pt-BR", "nl", "pl", "ces", "ru", "hu", "sv"}) {
    CAPTURE(tag);
    const auto& language = find_language(tag);
    CHECK(language.code.size() == 2);
    CHECK_FALSE(language.weak_words.empty());
    CHECK_FALSE(language.line_ends.conjunctions.empty());
    CHECK_FALSE(language.line_ends.auxiliaries.empty());
    CHECK_FALSE(language.notes.empty());
  }
}

TEST_CASE("sounds are counted in any language") {
  CHECK(find_language("en").count_sounds("light") == 3);
  CHECK(find_language("ja").count_sounds("日本語") == 7.5);
}
