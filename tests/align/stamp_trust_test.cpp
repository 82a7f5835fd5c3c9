#include "align/stamp_trust.h"

#include <rapidcheck.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <chrono>
#include <cmath>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "align/phrasing.h"
#include "align/silence_aligner.h"
#include "align/spoken_episode.h"
#include "align/text_pacing.h"

using namespace std::chrono_literals;
using namespace cmos;

namespace {

using Stamps = std::vector<std::optional<Time>>;

// Turns of sentences of different lengths, said at an even pace with pauses at their ends, behind
// music and a second of silence.
struct Talk {
  Episode episode;
  VoiceActivity sound;
  std::vector<Time> starts;  // Of the turns.

  explicit Talk(std::size_t turns, Time music = Time{0}) {
    for (std::size_t turn = 0; turn < turns; ++turn) {
      std::string text;
      for (std::size_t sentence = 0; sentence < 2 + turn * 7 % 5; ++sentence) {
        for (std::size_t word = 0; word < 3 + (turn * 5 + sentence * 11) % 13; ++word) {
          text += (turn + word) % 3 == 0 ? "the " : "ordinary ";
        }
        text += "end. ";
      }
      add_turn(episode, std::nullopt, text);
    }
    say(music);
    stamp(0s);
  }

  void say(Time music) {
    sound.silences.push_back({music, music + 1s});
    auto moment = static_cast<double>(sound.silences.back().end.count());
    const auto words = estimate_speech(episode);
    auto turn = episode.turns.begin();
    for (std::size_t i = 0; i < words.size(); ++i) {
      if (turn != episode.turns.end() && i == turn->first_word) {
        starts.emplace_back(std::llround(moment));
        ++turn;
      }
      moment += words[i].length * 90;
      if (words[i].after == Break::none) continue;
      const auto start = std::llround(moment);
      moment += words[i].after == Break::turn ? 900 : 500;
      sound.silences.push_back({Time(start), Time(std::llround(moment))});
    }
    sound.duration = Time(std::llround(moment));
  }

  // True ones, that much too late.
  void stamp(std::chrono::seconds late) {
    for (std::size_t turn = 0; turn < starts.size(); ++turn) {
      episode.turns[turn].stamp = std::chrono::floor<std::chrono::seconds>(starts[turn]) + late;
    }
  }

  JudgedStamps judge() const { return judge_stamps(episode, estimate_speech(episode), sound); }

  // How far any turn begins from where it is said.
  Time greatest_error() const {
    const auto alignment = align_by_silence(episode, sound);
    Time greatest{0};
    for (std::size_t turn = 0; turn < starts.size(); ++turn) {
      greatest = std::max(greatest, std::chrono::abs(alignment.turns[turn].start - starts[turn]));
    }
    return greatest;
  }
};

Stamps stamps_of(const Episode& episode) {
  Stamps stamps;
  for (const Turn& turn : episode.turns) stamps.push_back(turn.stamp);
  return stamps;
}

}  // namespace

TEST_CASE("True stamps are all believed") {
  const Talk talk(GENERATE(std::size_t{1}, std::size_t{2}, std::size_t{5}, std::size_t{30}));
  const auto judged = talk.judge();
  CHECK(judged.stamps == stamps_of(talk.episode));
  CHECK_FALSE(judged.shift);
  CHECK(talk.greatest_error() == 0s);
}

TEST_CASE("True stamps are believed behind minutes of music and where nobody pauses") {
  const Talk after_music(30, 4min);
  CHECK(after_music.judge().stamps == stamps_of(after_music.episode));
  Talk without_pauses(30);
  std::erase_if(without_pauses.sound.silences,
                [](const Interval& s) { return s.length() < 900ms; });
  CHECK(without_pauses.judge().stamps == stamps_of(without_pauses.episode));
}

TEST_CASE("Stamps that are all late or early by the same time are moved") {
  const auto late = GENERATE(12s, 60s, -12s, -60s);
  Talk talk(40, 60s);
  talk.stamp(late);
  CHECK(talk.judge().shift == Time(late));
  CHECK(align_by_silence(talk.episode, talk.sound).stamp_shift == Time(late));
  CHECK(talk.greatest_error() == 0s);
}

TEST_CASE("One stamp that is wrong moves no turn") {
  const auto wrong_by = GENERATE(8s, 40s, 300s, 3600s, -8s, -40s);
  Talk talk(40);
  *talk.episode.turns[20].stamp += wrong_by;
  CHECK_FALSE(talk.judge().stamps[20]);
  CHECK(talk.judge().stamps[21] == talk.episode.turns[21].stamp);
  CHECK(talk.greatest_error() < 1s);
}

TEST_CASE("Stamps that have nothing to do with the sound are not believed") {
  Talk talk(40);
  for (std::size_t turn = 0; turn < 40; ++turn) {
    const auto second = static_cast<std::int64_t>(turn * 7919 % 500);
    talk.episode.turns[turn].stamp = std::chrono::seconds(second);
  }
  CHECK(talk.greatest_error() < 1s);
}

TEST_CASE("Stamps that drift away from the sound are not believed") {
  Talk talk(40);
  for (Turn& turn : talk.episode.turns)
    *turn.stamp = std::chrono::floor<std::chrono::seconds>(*turn.stamp * 21 / 20);
  CHECK(talk.greatest_error() < 2s);
}

TEST_CASE("Without sound most stamps that rise are believed") {
  Talk talk(6);
  const Stamps stamps{10s, 20s, 95s, 30s, 30s, 40s};
  for (std::size_t turn = 0; turn < 6; ++turn) talk.episode.turns[turn].stamp = stamps[turn];
  const auto judged = judge_stamps(talk.episode, estimate_speech(talk.episode), std::nullopt);
  CHECK(judged.stamps == Stamps{10s, 20s, std::nullopt, 30s, std::nullopt, 40s});
}

TEST_CASE("What is believed of any stamps rises within the sound and is as they say or moved") {
  CHECK(rc::check([] {
    Talk talk(*rc::gen::inRange<std::size_t>(1, 12));
    for (Turn& turn : talk.episode.turns) {
      const int second = *rc::gen::inRange(-20, 200);
      turn.stamp = second < 0 ? std::nullopt : std::optional<Time>(std::chrono::seconds(second));
    }
    const auto judged = talk.judge();
    RC_ASSERT(judged.stamps.size() == talk.episode.turns.size());
    Time latest{-1};
    for (std::size_t turn = 0; turn < judged.stamps.size(); ++turn) {
      const auto& stamp = judged.stamps[turn];
      if (!stamp) continue;
      RC_ASSERT(*stamp > latest);
      RC_ASSERT(*stamp < talk.sound.duration);
      RC_ASSERT(judged.shift || stamp == talk.episode.turns[turn].stamp);
      latest = *stamp;
    }
  }));
}
