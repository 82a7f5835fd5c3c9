#include "align/path_search.h"

#include <catch2/catch.hpp>

#include "align/heard_words.h"
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
  const auto sound = Sound().say("_", 20).say("a", 12).say("x", 168).say("f", 12).say("_", 20);
  turns[5].stamp = 2s;
  CHECK(search(turns, sound) == "_@0 a@20 ?@32 f@200 _@212");
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
  CHECK(search(fixed, sound) == "_@0 ab@10 _@30 ab@50 _@70");
  fixed[0].known_start = 500ms;
  CHECK(search(fixed, sound) == "?@0 _@30 ab@50 _@70");
  auto pair = words("ab c");
  pair[1].known_start = 300ms;
  CHECK(search(pair, Sound().say("_", 10).say("a", 10).say("b", 13).say("c", 20).say("_", 9)) ==
        "_@0 ab@10 c@30 _@53");
}

TEST_CASE("a fixed end that the sound speaks against costs no word behind it") {
  auto fixed = words("ab cd ef");
  fixed[1].known_start = 150ms;
  const auto sound = Sound().say("_", 10).say("ab", 20).say("cd", 20).say("ef", 20).say("_", 12);
  const auto found = search(fixed, sound);
  INFO(found);
  CHECK(found.ends_with("ef@90 _@130"));
}

TEST_CASE("a word that is said twice is the second of them") {
  const auto sound = Sound().say("_", 10).say("abcdebcdef", 10).say("_", 10);
  CHECK(search(words("a bcde f"), sound) == "_@0 a@10 bcde@20 bcde@60 f@100 _@110");
}

TEST_CASE("a short word that is said twice is the second of them, too") {
  const auto sound = Sound().say("_a", 10).say("bcdbcd", 3).say("f_", 10);
  CHECK(search(words("a bcd f"), sound) == "_@0 a@10 bcd@20 bcd@29 f@38 _@48");
}

TEST_CASE("a word that is said twice ends where it is known to end") {
  auto known = words("ab c");
  known[0].known_end = 300ms;
  const auto sound = Sound().say("_", 10).say("ab", 10).say("_", 20).say("abc", 10).say("_", 20);
  CHECK(search(words("ab c"), sound) == "_@0 ab@10 _@30 ab@50 c@70 _@80");
  CHECK(search(known, sound) == "_@0 ab@10 ?@30 c@70 _@80");
}

TEST_CASE("a word that is broken off is said again from its beginning") {
  const auto sound =
      Sound().say("_", 10).say("abcd", 10).say("_", 10).say("bcdefa", 10).say("_", 10);
  const auto world = tiny::model();
  const cmos::WordGraph graph(world, words("a bcde fa"));
  const auto path = tiny::find_path(graph, sound);
  const auto heard = cmos::heard_words(graph, path);
  CHECK(path[heard[0].first_step].first_frame == 10);
  CHECK(path[heard[1].first_step].first_frame == 60);
  CHECK(path[heard[2].first_step].first_frame == 100);
}

TEST_CASE("no phone lasts longer than people speak unless it is drawn out in hesitation") {
  const auto sound =
      Sound().say("_", 10).say("ab", 10).say("a", 400).say("_", 20).say("cd", 10).say("_", 10);
  auto text = words("ab c d");
  text[0].pronunciations = {{"a", "b", "a"}};
  const auto length_of_first = [&] {
    const auto world = tiny::model();
    const cmos::WordGraph graph(world, text);
    const auto path = tiny::find_path(graph, sound);
    return path[cmos::heard_words(graph, path)[0].end_step].first_frame - 10;
  };
  CHECK(length_of_first() < 60);
  text[0].is_hesitation = true;
  CHECK(length_of_first() == 420);
}
