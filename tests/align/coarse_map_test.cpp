#include "align/coarse_map.h"

#include <catch2/catch.hpp>

#include <sstream>
#include <string>
#include <vector>

#include "align/tiny_recording.h"

namespace {

using namespace std::chrono_literals;
using tiny::joined;
using tiny::kWordFrames;
using tiny::Recording;
using tiny::text;

cmos::CoarseMap map_of(const std::vector<cmos::WordPhones>& words, const tiny::Sound& sound) {
  const auto model = tiny::model();
  const cmos::WordGraph graph(model, words);
  const auto store = sound.store();
  return cmos::map_coarsely(graph, store, 0, store.size());
}

// "words 0-40 at 400-1680; ..."
std::string text_of(const cmos::CoarseMap& map) {
  std::ostringstream text;
  for (const cmos::Segment& s : map.segments) {
    text << "words " << s.first_word << '-' << s.end_word << " at " << s.first_frame << '-'
         << s.end_frame << "; ";
  }
  return text.str();
}

std::string map_of(const Recording& recording) {
  return text_of(map_of(tiny::words(joined(recording.words)), recording.sound));
}

}  // namespace

TEST_CASE("a sound that says its text is one segment") {
  const auto recording = Recording(text(40, 1)).say(0, 40);
  CHECK(map_of(recording) == "words 0-40 at 400-1680; ");
  const auto map = map_of(tiny::words(joined(recording.words)), recording.sound);
  REQUIRE(map.anchors.size() == 40);
  CHECK(map.anchors[7].word == 7);
  CHECK(map.anchors[7].frame == 400 + 7 * kWordFrames);
}

TEST_CASE("a clip of later words at the start is in no segment") {
  CHECK(map_of(Recording(text(60, 1)).say(40, 55).say(0, 60)) == "words 0-60 at 880-2800; ");
}

TEST_CASE("sound that the text does not have lies between segments, however long") {
  CHECK(map_of(Recording(text(60, 2)).say(0, 30).say_other(2000).say(30, 60)) ==
        "words 0-30 at 400-1360; words 30-60 at 3360-4320; ");
}

TEST_CASE("words that the sound does not have lie between segments, however many") {
  CHECK(map_of(Recording(text(160, 3)).say(0, 30).say(130, 160)) ==
        "words 0-30 at 400-1360; words 130-160 at 1360-2320; ");
}

TEST_CASE("a word and a second more or less are within a segment") {
  CHECK(map_of(Recording(text(40, 4)).say(0, 20).say_other(100).say(22, 40)) ==
        "words 0-40 at 400-1716; ");
}

TEST_CASE("stretches too short to be sure are sure together if they follow one another") {
  constexpr std::size_t kLeftOut = 8;
  const auto said_with_gaps_of = [](std::size_t frames) {
    auto recording = Recording(text(72, 8)).say(0, 8);
    for (std::size_t word = 16; word < 72; word += 16) {
      recording = recording.say_other(frames).say(word, word + kLeftOut);
    }
    return map_of(recording);
  };
  CHECK(said_with_gaps_of(kLeftOut * kWordFrames) ==
        "words 0-8 at 400-656; words 16-24 at 912-1168; words 32-40 at 1424-1680; "
        "words 48-56 at 1936-2192; words 64-72 at 2448-2704; ");
  CHECK(said_with_gaps_of(kLeftOut * kWordFrames + 300).empty());
}

TEST_CASE("of two copies that fit equally well the stamped one counts") {
  const auto recording = Recording(text(80, 5))
                             .say(0, 20)
                             .say_other(300)
                             .say(20, 40)
                             .say_other(300)
                             .say(20, 40)
                             .say_other(300)
                             .say(40, 80);
  auto words = tiny::words(joined(recording.words));
  words[20].stamp = 13s;
  CHECK(text_of(map_of(words, recording.sound)) ==
        "words 0-20 at 400-1040; words 20-40 at 1340-1980; words 40-80 at 3220-4500; ");
  words[20].stamp = 22s;
  CHECK(text_of(map_of(words, recording.sound)) ==
        "words 0-20 at 400-1040; words 20-40 at 2280-2920; words 40-80 at 3220-4500; ");
}

TEST_CASE("another text's sound has no segment") {
  auto recording = Recording(text(20, 6)).say(0, 20);
  recording.words = text(20, 7);
  CHECK(map_of(recording).empty());
}

TEST_CASE("a map of nothing is empty") {
  CHECK(map_of({}, tiny::Sound()).segments.empty());
  CHECK(map_of({}, tiny::Sound().say("_", 100)).segments.empty());
  CHECK(map_of(tiny::words("ab"), tiny::Sound()).segments.empty());
}
