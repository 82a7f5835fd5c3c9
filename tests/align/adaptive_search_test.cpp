#include "align/adaptive_search.h"

#include <catch2/catch.hpp>

#include "align/tiny_model.h"

namespace {

std::string search_adapting(const std::string& text, const tiny::Sound& sound) {
  const auto model = tiny::model();
  const cmos::WordGraph graph(model, tiny::words(text));
  const auto store = sound.store();
  return tiny::text_of(graph, cmos::AdaptiveSearch(graph, store).take_path());
}

}  // namespace

TEST_CASE("the first minute is searched again with what the whole recording taught") {
  // A voice whose "a" lies less than half as far from silence as the model's: until that is learned
  // its beginning is taken for silence.
  auto soft_a = tiny::Sound::place_of('a');
  soft_a[1] *= 0.45;
  tiny::Sound sound;
  sound.say("_", 40);
  std::string text;
  std::string expected = "_@0";
  for (int frame = 40; frame < 1540; frame += 50) {
    sound.say(soft_a, 20).say("b", 20).say("_", 10);
    text += "ab ";
    expected += " ab@" + std::to_string(frame) + " _@" + std::to_string(frame + 40);
  }
  CHECK(search_adapting(text, sound) == expected);
}
