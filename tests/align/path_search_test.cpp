#include "align/path_search.h"

#include <catch2/catch.hpp>

#include "align/tiny_model.h"

using namespace std::chrono_literals;
using tiny::search;
using tiny::Sound;
using tiny::words;

TEST_CASE("words are laid where their phones sound") {
  CHECK(search(words("ab c"), Sound().say("_", 10).say("ab", 7).say("c", 9).say("_", 5)) ==
        "_@0 ab@10 c@24 _@33");
}

TEST_CASE("a word that is not said is left out") {
  const auto sound = Sound().say("_", 10).say("a", 20).say("c", 20).say("_", 10);
  CHECK(search(words("a bdedb c"), sound) == "_@0 a@10 c@30 _@50");
}

TEST_CASE("after sound that is not in the text a turn is found by its stamp") {
  auto turns = words("a bc de bd ce f");
  const auto sound = Sound().say("_", 20).say("a", 30).say("x", 150).say("f", 40).say("_", 20);
  turns[5].stamp = 2s;
  CHECK(search(turns, sound) == "_@0 a@20 ?@50 f@200 _@240");
}

TEST_CASE("a later pronunciation is taken only where it fits better by a nat") {
  // Half-way between b and c; each frame of "nearly c" fits c by half a nat better.
  auto between = Sound::place_of('b');
  between[3] = between[2] = tiny::kDistance / 2;
  auto nearly_c = between;
  nearly_c[2] -= 1.0 / 32;
  nearly_c[3] += 1.0 / 32;
  const auto sound = [&](std::size_t nearly) {
    return Sound().say("_a", 10).say(between, 5).say(nearly_c, nearly).say("d_", 10);
  };
  CHECK(search(words("abd|acd"), sound(1)) == "_@0 abd@10 _@36");
  CHECK(search(words("abd|acd"), sound(3)) == "_@0 acd@10 _@38");
}

TEST_CASE("one bad frame does not break a word") {
  auto click = Sound::place_of('x');
  for (double& coordinate : click) coordinate *= 4;
  const auto sound =
      Sound().say("_", 10).say("a", 15).say(click, 1).say("a", 15).say("b", 20).say("_", 10);
  CHECK(search(words("a b"), sound) == "_@0 a@10 b@41 _@61");
}

TEST_CASE("paths go through fixed ends and other words move with them") {
  // The second "ab" as well as the first.
  const auto sound = Sound().say("_", 10).say("ab", 10).say("_", 20).say("ab", 10).say("_", 20);
  auto fixed = words("ab");
  CHECK(search(fixed, sound) == "_@0 ab@10 _@30 ?@50 _@70");
  fixed[0].known_start = 500ms;
  CHECK(search(fixed, sound) == "?@0 _@30 ab@50 _@70");
  auto pair = words("ab c");
  pair[1].known_start = 300ms;
  CHECK(search(pair, Sound().say("_", 10).say("a", 10).say("b", 20).say("c", 20).say("_", 9)) ==
        "_@0 ab@10 c@30 _@60");
}

TEST_CASE("a fixed end that the sound speaks against costs no word behind it") {
  auto fixed = words("ab cd ef");
  fixed[1].known_start = 150ms;
  const auto sound = Sound().say("_", 10).say("ab", 20).say("cd", 20).say("ef", 20).say("_", 12);
  const auto found = search(fixed, sound);
  INFO(found);
  CHECK(found.ends_with("ef@90 _@130"));
}
