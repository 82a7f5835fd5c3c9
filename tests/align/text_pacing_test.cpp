#include "align/text_pacing.h"

#include <catch2/catch.hpp>

#include "spoken_episode.h"

using cmos::Break;

namespace {

Break find_break(std::string_view word, std::string_view next) {
  const auto& english = cmos::find_language("en");
  return cmos::find_break(cmos::shape_of(word, english), cmos::shape_of(next, english));
}

}  // namespace

TEST_CASE("punctuation at a word's end asks for a pause") {
  CHECK(find_break("word", "next") == Break::none);
  CHECK(find_break("word.", "Next") == Break::sentence);
  CHECK(find_break("word?”", "Next") == Break::sentence);
  CHECK(find_break("(word!)", "Next") == Break::sentence);
  CHECK(find_break("word.", "") == Break::sentence);
  CHECK(find_break("文。", "文") == Break::sentence);
  CHECK(find_break("word,", "next") == Break::clause);
  CHECK(find_break("word:", "next") == Break::clause);
  CHECK(find_break("word—", "next") == Break::clause);
  CHECK(find_break("-", "next") == Break::clause);
  CHECK(find_break("so…", "next") == Break::clause);
  CHECK(find_break("so…", "Next") == Break::sentence);
  CHECK(find_break("C.", "Then") == Break::sentence);
  CHECK(find_break("“Go!”", "he") == Break::sentence);
  CHECK(find_break("(word)", "next") == Break::none);
}

TEST_CASE("a full stop inside a sentence asks for none") {
  CHECK(find_break("e.g.", "this") == Break::none);
  CHECK(find_break("pre-", "and") == Break::none);
  CHECK(find_break("e.g.", "Perl") == Break::none);
  CHECK(find_break("", "") == Break::none);
}

TEST_CASE("paragraphs and turns end with breaks of their own") {
  cmos::Episode episode;
  add_turn(episode, std::nullopt, "One two\nthree four.");
  add_turn(episode, std::nullopt, "Five");
  const auto speech = estimate_speech(episode);
  REQUIRE(speech.size() == 5);
  CHECK(speech[0].after == Break::none);
  CHECK(speech[1].after == Break::paragraph);
  CHECK(speech[2].after == Break::none);
  CHECK(speech[3].after == Break::turn);
  CHECK(speech[4].after == Break::turn);
}

TEST_CASE("function words are short, words before a pause long, notes and dashes hardly there") {
  cmos::Episode episode;
  add_turn(episode, std::nullopt, "You’re sure sure, [laughs] — sure");
  const auto speech = estimate_speech(episode);
  REQUIRE(speech.size() == 6);
  const auto youre = speech[0].length;
  const auto sure = speech[1].length;
  CHECK(youre < sure);
  CHECK(speech[2].length > 1.3 * sure);
  CHECK(speech[3].length > 0);
  CHECK(speech[3].length < 0.1 * sure);
  CHECK(speech[4].length > 0);
  CHECK(speech[4].length < 0.1 * sure);
}
