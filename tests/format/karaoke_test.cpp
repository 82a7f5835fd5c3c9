#include "format/karaoke.h"

#include <rapidcheck.h>

#include <catch2/catch.hpp>

#include "caption/compose.h"
#include "format/plain_text.h"
#include "format/webvtt.h"
#include "support/random_text.h"
#include "support/spoken_episode.h"

using namespace std::chrono_literals;
using cmos::Cues;
using cmos::write_karaoke;

namespace {

// Without white space, as words of pages are.
std::string random_word() {
  auto word = cmos::one_line(*random_text::text(4));
  std::erase(word, ' ');
  return word;
}

}  // namespace

TEST_CASE("karaoke puts a timestamp before each word that begins inside the cue") {
  const Cues cues = {
      {{1000ms, 4000ms},
       {{"A", "A: well, R&D", {{"well,", {1040ms, 1500ms}}, {"R&D", {1500ms, 2s}}}, 3},
        {"A", "so", {{"so", {2s, 3s}}}}}}};
  CHECK(write_karaoke(cues) ==
        "WEBVTT\n\n00:00:01.000 --> 00:00:04.000\n"
        "A: <v A><00:00:01.040>well, <00:00:01.500>R&amp;D\n<00:00:02.000>so</v>\n");
}

TEST_CASE("karaoke leaves out timestamps that would not increase or lie outside the cue") {
  const Cues cues = {
      {{1s, 2s},
       {{"",
         "a b c d",
         {{"a", {1s, 1s}}, {"b", {1500ms, 1500ms}}, {"c", {1500ms, 2s}}, {"d", {2s, 3s}}}}}}};
  CHECK(write_karaoke(cues) == "WEBVTT\n\n00:00:01.000 --> 00:00:02.000\na <00:00:01.500>b c d\n");
}

TEST_CASE("karaoke keeps joined words joined, labels alone and cues without words") {
  const Cues cues = {{{0s, 2s},
                      {{"A", "A:", {}, 2},
                       {"A", "\u4E2D\u6587", {{"\u4E2D", {0s, 1s}}, {"\u6587", {1s, 2s}, true}}}}},
                     {{2s, 3s}, {{"", "read back", {}}}}};
  CHECK(write_karaoke(cues) ==
        "WEBVTT\n\n00:00:00.000 --> 00:00:02.000\nA:\n<v A>\u4E2D<00:00:01.000>\u6587</v>\n"
        "\n00:00:02.000 --> 00:00:03.000\nread back\n");
}

TEST_CASE("karaoke shows the same text at the same times as WebVTT") {
  CHECK(rc::check([] {
    SpokenEpisode spoken;
    for (int turn = *rc::gen::inRange(1, 5); turn > 0; --turn) {
      spoken.begin_turn(*random_text::text());
      for (int word = *rc::gen::inRange(1, 20); word > 0; --word) {
        spoken.say(random_word(), cmos::Time(*rc::gen::inRange(1, 600)));
      }
      spoken.end_turn();
    }
    const auto labels = *rc::gen::element(cmos::SpeakerLabels::none, cmos::SpeakerLabels::always);
    const auto cues =
        compose_captions(spoken.episode, spoken.alignment, {cmos::kStyles[0], labels});
    const auto [karaoke, diagnostics] = cmos::read_webvtt(write_karaoke(cues), "x.vtt");
    const auto plain = cmos::read_webvtt(cmos::write_webvtt(cues), "x.vtt").value;
    RC_ASSERT(diagnostics.empty());
    RC_ASSERT(karaoke.cues.size() == plain.cues.size());
    for (std::size_t i = 0; i < plain.cues.size(); ++i) {
      RC_ASSERT(karaoke.cues[i].time == plain.cues[i].time);
      RC_ASSERT(karaoke.cues[i].lines.size() == plain.cues[i].lines.size());
      for (std::size_t j = 0; j < plain.cues[i].lines.size(); ++j) {
        RC_ASSERT(karaoke.cues[i].lines[j].text == plain.cues[i].lines[j].text);
        RC_ASSERT(karaoke.cues[i].lines[j].speaker == plain.cues[i].lines[j].speaker);
      }
    }
  }));
}
