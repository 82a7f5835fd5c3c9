#include "align/mapped_search.h"

#include <catch2/catch.hpp>

#include <random>
#include <string>
#include <utility>
#include <vector>

#include "align/adaptive_search.h"
#include "align/heard_words.h"
#include "align/tiny_recording.h"

namespace {

using cmos::Frame;
using tiny::kWordFrames;
using tiny::Recording;
using tiny::text;

struct Searched {
  std::vector<std::size_t> first_frames;  // Of each word; 0 if it was not found.
  bool was_lost = false;
  bool has_map = false;
  std::vector<cmos::Segment> elsewhere;
};

Searched search(const Recording& recording) {
  const auto model = tiny::model();
  const cmos::WordGraph graph(model, tiny::words(tiny::joined(recording.words)));
  const auto store = recording.sound.store();
  cmos::AdaptiveSearch linear(graph, store);
  linear.advance();
  Searched result;
  result.was_lost = linear.is_lost();
  const auto found = cmos::search_within_map(graph, store, linear);
  result.has_map = found.map.has_value();
  result.elsewhere = found.elsewhere;
  for (const cmos::HeardWord& word : cmos::heard_words(graph, found.path)) {
    result.first_frames.push_back(word.is_found() ? found.path[word.first_step].first_frame : 0);
  }
  return result;
}

// Where words [first, end) are, the first of which is said from a frame on.
void check_words(const Searched& searched, std::size_t first, std::size_t end, std::size_t frame) {
  for (std::size_t word = first; word < end; ++word) {
    INFO("word " << word);
    CHECK(searched.first_frames[word] == frame + (word - first) * kWordFrames);
  }
}

}  // namespace

TEST_CASE("a path that leaves out nothing needs no map") {
  const auto searched = search(Recording(text(40, 1)).say(0, 40));
  CHECK_FALSE(searched.has_map);
  check_words(searched, 0, 40, 400);
}

TEST_CASE("after a clip of later words the text is found from its beginning") {
  const auto searched = search(Recording(text(60, 1)).say(40, 55).say(0, 60));
  CHECK(searched.has_map);
  check_words(searched, 0, 60, 400 + 15 * kWordFrames);
}

TEST_CASE("sound that lies on no word is told with the words that it says") {
  const auto searched = search(Recording(text(60, 1)).say(25, 55).say(0, 60));
  check_words(searched, 1, 60, 400 + 31 * kWordFrames);
  REQUIRE(searched.elsewhere.size() == 1);
  const auto& segment = searched.elsewhere.front();
  CHECK(segment.first_word >= 25);
  CHECK(segment.first_word <= 27);
  CHECK(segment.end_word >= 53);
  CHECK(segment.end_word <= 55);
  CHECK(segment.first_frame + kWordFrames >= 400);
  CHECK(segment.end_frame <= 400 + 31 * kWordFrames);
}

TEST_CASE("a search that has lost the text for a minute waits for the map") {
  constexpr Frame kOther = 7000;
  // Phones that change faster than anybody speaks.
  std::mt19937 random(5);
  Recording recording = Recording(text(120, 1)).say(0, 60);
  for (Frame frame = 0; frame < kOther; ++frame) {
    recording.sound.say(std::string(1, static_cast<char>('a' + random() % 6)), 1);
  }
  const auto lost = search(recording.say(60, 120));
  CHECK(lost.was_lost);
  for (std::size_t word = 2; word < 118; ++word) {
    const std::size_t frame = 400 + word * kWordFrames + (word < 60 ? 0 : kOther);
    INFO("word " << word);
    CHECK(lost.first_frames[word] + tiny::kPhoneFrames >= frame);
    CHECK(lost.first_frames[word] <= frame + tiny::kPhoneFrames);
  }
  CHECK_FALSE(search(Recording(text(400, 1)).say(0, 400)).was_lost);
}

TEST_CASE("words that are said twice are found where the text goes on") {
  const auto searched = search(Recording(text(90, 8)).say(0, 40).say(10, 40).say(40, 90));
  check_words(searched, 0, 10, 400);
  check_words(searched, 40, 90, 400 + 70 * kWordFrames);
}

TEST_CASE("words that are not said are left out, however many") {
  const auto searched = search(Recording(text(120, 3)).say(0, 30).say(90, 120));
  check_words(searched, 0, 29, 400);
  check_words(searched, 91, 120, 400 + 31 * kWordFrames);
}
