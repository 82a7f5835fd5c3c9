#include "align/confidence.h"

#include <array>
#include <catch2/catch.hpp>
#include <cmath>

#include "align/tiny_model.h"

namespace {

// Of "a" in "a b" with so many frames of silence between them, where the text has a break or not.
cmos::WordEvidence evidence(std::size_t silence, cmos::Break between) {
  const auto model = tiny::model();
  auto words = tiny::words("a b");
  words[1].break_before = between;
  const cmos::WordGraph graph(model, words);
  const auto sound =
      tiny::Sound().say("_", 10).say("a", 20).say("_", silence).say("b", 20).say("_", 10);
  const auto path = tiny::find_path(graph, sound);
  const auto heard = cmos::heard_words(graph, path);
  return cmos::word_evidence(graph, path, heard, static_cast<cmos::Frame>(60 + silence)).at(0);
}

// Of "a b c", the first two beside each other and so many frames before c that say something else.
std::array<cmos::WordEvidence, 3> before_garbage(std::size_t garbage) {
  const auto model = tiny::model();
  const cmos::WordGraph graph(model, tiny::words("a b c"));
  tiny::Sound sound;
  sound.say("_", 10).say("ab", 20).say("d", garbage).say("c", 20).say("_", 10);
  const auto path = tiny::find_path(graph, sound);
  const auto heard = cmos::heard_words(graph, path);
  const auto evidence =
      cmos::word_evidence(graph, path, heard, static_cast<cmos::Frame>(80 + garbage));
  return {evidence.at(0), evidence.at(1), evidence.at(2)};
}

}  // namespace

TEST_CASE("Speech that the text lacks makes words near it less sure") {
  const auto whole = before_garbage(0);
  const auto lacking = before_garbage(40);
  for (std::size_t word = 0; word < 3; ++word) {
    REQUIRE(whole.at(word).is_found);
    REQUIRE(lacking.at(word).is_found);
    CHECK(whole.at(word).values[7] == 0);
    CHECK(cmos::confidence(lacking.at(word)) < cmos::confidence(whole.at(word)));
  }
  CHECK(lacking[1].values[7] > lacking[0].values[7]);
  CHECK(lacking[0].values[7] > 0);
}

TEST_CASE("Words whose phones are all too long or too short together have an odd pace") {
  const auto model = tiny::model();
  const cmos::WordGraph graph(model, tiny::words("a b"));
  const auto sound = tiny::Sound().say("_", 10).say("a", 8).say("b", 14).say("_", 10);
  const auto path = tiny::find_path(graph, sound);
  const auto heard = cmos::heard_words(graph, path);
  const auto evidence = cmos::word_evidence(graph, path, heard, 42);
  const double half = std::log(14.0 / 8.0) / 2;
  CHECK(evidence.at(0).values[8] == Approx(half));
  CHECK(evidence.at(1).values[8] == Approx(half));
}

TEST_CASE("silence where the text has no break makes words less sure") {
  const auto at_break = evidence(40, cmos::Break::sentence);
  const auto odd = evidence(40, cmos::Break::none);
  REQUIRE(at_break.is_found);
  REQUIRE(odd.is_found);
  CHECK(at_break.values[5] == 0);
  CHECK(odd.values[5] == Approx(std::log(1 + 40 / 5.0)));
  CHECK(cmos::confidence(odd) < cmos::confidence(at_break));
  CHECK(cmos::confidence(odd) < cmos::confidence(evidence(20, cmos::Break::none)));
}
