#include "caption/unspoken.h"

#include <catch2/catch.hpp>

#include "caption/compose.h"
#include "support/spoken_episode.h"

using namespace std::chrono_literals;
using cmos::Time;

namespace {

constexpr std::size_t kFirst = 4;  // Of "but this was cut",
constexpr std::size_t kEnd = 8;    // which nobody says, between two sentences so far apart.

SpokenEpisode with_words_cut_out(Time room) {
  SpokenEpisode spoken;
  spoken.sentence_rest = 0;
  spoken.turn("Ada", "What we say lasts.");
  const Time end = spoken.alignment.duration;
  spoken.turn("Bob", "But this was cut.");
  spoken.turn("Ada", "And here we go on.");
  const Time later = spoken.alignment.words[kEnd].time.start - end - room;
  for (std::size_t i = kFirst; i < spoken.alignment.words.size(); ++i) {
    auto& [time, confidence, is_spoken] = spoken.alignment.words[i];
    is_spoken = i >= kEnd;
    time = is_spoken ? cmos::Interval{time.start - later, time.end - later}
                     : cmos::Interval{end + Time(i), end + Time(i + 1)};
  }
  spoken.alignment.duration -= later;
  return spoken;
}

std::string text_of(const SpokenEpisode& spoken, cmos::Unspoken unspoken) {
  std::string text;
  const auto cues =
      cmos::compose_captions(spoken.episode, spoken.alignment,
                             {*cmos::find_style("netflix"), cmos::SpeakerLabels::none, unspoken});
  for (const auto& cue : cues) {
    for (const auto& line : cue.lines) text += line.text + "|";
  }
  return text;
}

}  // namespace

TEST_CASE("words that are not spoken are shown where there is time to read them") {
  const auto spoken = with_words_cut_out(3s);
  CHECK(text_of(spoken, cmos::Unspoken::hide) == "What we say lasts.|And here we go on.|");
  CHECK(text_of(spoken, cmos::Unspoken::show) ==
        "What we say lasts.|But this was cut.|And here we go on.|");
  const auto& style = *cmos::find_style("netflix");
  const auto shown = with_unspoken(spoken.episode, spoken.alignment, style);
  const auto& words = shown.words;
  CHECK(words[kFirst].time.start == words[kFirst - 1].time.end);
  CHECK(words[kEnd - 1].time.end - words[kFirst].time.start ==
        900ms);  // 18 characters, 20 a second.
  for (std::size_t i = 0; i < words.size(); ++i) {
    CHECK(words[i].is_spoken);
    CHECK(words[i].time.start < words[i].time.end);
    if (i > 0) CHECK(words[i - 1].time.end <= words[i].time.start);
  }
}

TEST_CASE("words that are not spoken stay hidden where the speech goes on too soon") {
  const auto spoken = with_words_cut_out(850ms);
  CHECK(text_of(spoken, cmos::Unspoken::show) == "What we say lasts.|And here we go on.|");
}

TEST_CASE("words behind the last spoken one are shown until the sound ends") {
  auto spoken = with_words_cut_out(3s);
  spoken.rest(3s);
  for (std::size_t i = kEnd; i < spoken.alignment.words.size(); ++i) {
    spoken.alignment.words[i].is_spoken = false;
  }
  CHECK(text_of(spoken, cmos::Unspoken::show) ==
        "What we say lasts.|But this was cut.|And here we go on.|");
}
