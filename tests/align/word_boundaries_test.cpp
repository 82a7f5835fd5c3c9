#include "align/word_boundaries.h"

#include <catch2/catch.hpp>
#include <string_view>
#include <vector>

#include "align/heard_words.h"
#include "align/tiny_model.h"

namespace {

using Kinds = std::vector<cmos::BoundaryKind>;

// Of the words "a b" with forty frames of something between them, where the text has a break or
// not.
Kinds kinds(std::string_view between, cmos::Break text = cmos::Break::none) {
  const auto model = tiny::model();
  auto words = tiny::words("a b");
  words[1].break_before = text;
  const cmos::WordGraph graph(model, words);
  const auto sound =
      tiny::Sound().say("_", 10).say("a", 20).say(between, 40).say("b", 20).say("_", 10);
  const auto steps = tiny::find_path(graph, sound);
  const auto heard = cmos::heard_words(graph, steps);
  Kinds result;
  for (const auto& at : cmos::word_boundaries({graph, steps, 100}, heard)) {
    result.push_back(at.boundary.kind);
  }
  return result;
}

}  // namespace

TEST_CASE("Beside speech that the text lacks words have no pause") {
  using enum cmos::BoundaryKind;
  CHECK(kinds("d") == Kinds{pause_end, inside, slip_end, pause_start});
}

TEST_CASE("Behind a pause that the text does not ask for a word begins as behind a slip") {
  using enum cmos::BoundaryKind;
  CHECK(kinds("_") == Kinds{pause_end, pause_start, slip_end, pause_start});
  CHECK(kinds("_", cmos::Break::sentence) == Kinds{pause_end, pause_start, pause_end, pause_start});
}

TEST_CASE("At a break of the text what follows a word may be what is left of it") {
  using enum cmos::BoundaryKind;
  CHECK(kinds("d", cmos::Break::sentence) == Kinds{pause_end, pause_start, slip_end, pause_start});
}
