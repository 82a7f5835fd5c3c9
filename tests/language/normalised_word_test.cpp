#include "language/normalised_word.h"

#include <catch2/catch.hpp>

using cmos::normalised_word;

TEST_CASE("a normalised word is in lower case, from its first to its last letter or digit") {
  CHECK(normalised_word("“Don’t,”") == "don't");
  CHECK(normalised_word("(The") == "the");
  CHECK(normalised_word("—and") == "and");
  CHECK(normalised_word("e.g.") == "e.g");
  CHECK(normalised_word("Marcus'") == "marcus");
  CHECK(normalised_word("*ÉCOLE*") == "école");
  CHECK(normalised_word("Straße") == "strasse");
  CHECK(normalised_word("$1,100?") == "1,100");
  CHECK(normalised_word("C++") == "c");
}

TEST_CASE("what has neither letter nor digit is empty") {
  for (const auto* nothing : {"", "—", "...", "“”", "&"}) {
    CAPTURE(nothing);
    CHECK(normalised_word(nothing).empty());
  }
}

TEST_CASE("the key of a word is how a dictionary has it") {
  CHECK(cmos::dictionary_key("“C++,”") == "c++");
  CHECK(cmos::dictionary_key("Yorùbá?") == "yorùbá");
  CHECK(cmos::dictionary_key("...").empty());
}
