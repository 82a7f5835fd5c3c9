#include "align/confidence.h"

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

}  // namespace

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
