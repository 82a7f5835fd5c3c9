#include "language/word_list.h"

#include <catch2/catch.hpp>

using cmos::Endings;
using cmos::WordList;

TEST_CASE("a list has whole words only") {
  constexpr WordList kList{"to toward let's"};
  for (const auto* word : {"to", "toward", "let's"}) CHECK(kList.contains(word));
  for (const auto* word : {"", " ", "t", "tow", "ward", "let", "to toward"}) {
    CAPTURE(word);
    CHECK_FALSE(kList.contains(word));
  }
  CHECK_FALSE(kList.empty());
}

TEST_CASE("a list without words has none") {
  CHECK(WordList().empty());
  CHECK_FALSE(WordList().contains(""));
  CHECK_FALSE(WordList().contains("to"));
  CHECK_FALSE(WordList().has_beginning_of("to"));
  CHECK_FALSE(WordList().has_ending_of("to"));
}

TEST_CASE("a list may hold beginnings or endings") {
  constexpr WordList kList{"laugh inaudib"};
  CHECK(kList.has_beginning_of("laughs"));
  CHECK(kList.has_beginning_of("inaudible"));
  CHECK_FALSE(kList.has_beginning_of("laug"));
  CHECK(WordList{"ly n't"}.has_ending_of("don't"));
  CHECK_FALSE(WordList{"ly n't"}.has_ending_of("t"));
}

TEST_CASE("endings have a shortest word and exceptions") {
  constexpr Endings kAdverbs{.endings = {"ly"}, .shortest = 5, .except = {"family"}};
  CHECK(kAdverbs.match("really"));
  CHECK(kAdverbs.match("oddly"));
  CHECK_FALSE(kAdverbs.match("only"));
  CHECK_FALSE(kAdverbs.match("family"));
  CHECK_FALSE(kAdverbs.match("lying"));
}
