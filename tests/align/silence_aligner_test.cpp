#include "align/silence_aligner.h"

#include <rapidcheck.h>
#include <catch2/catch.hpp>

#include "spoken_episode.h"

using namespace std::chrono_literals;
using cmos::add_turn;
using cmos::align_by_silence;
using cmos::Alignment;
using cmos::Episode;
using cmos::Interval;
using cmos::Time;
using cmos::VoiceActivity;

namespace {

Time start_of_turn(const Alignment& alignment, std::size_t turn) {
  return alignment.turns.at(turn).start;
}

// What holds for every alignment; empty if it does.
std::string find_fault(const Episode& episode, const Alignment& alignment) {
  if (alignment.words.size() != episode.words.size()) return "not one timing a word";
  if (alignment.turns.size() != episode.turns.size()) return "not one interval a turn";
  Time earliest{0};
  for (const auto& [time, confidence, is_spoken] : alignment.words) {
    if (!is_spoken) return "a word that is not spoken where nothing was heard";
    if (time.start < earliest) return "a word begins before the one before has ended";
    if (time.end <= time.start) return "a word lasts no time";
    if (confidence) return "confidence where nothing was measured";
    earliest = time.end;
  }
  if (earliest > alignment.duration) return "a word lies after the end";
  for (std::size_t i = 0; i < episode.turns.size(); ++i) {
    const auto& turn = episode.turns[i];
    const Interval spoken{alignment.words[turn.first_word].time.start,
                          alignment.words[turn.end_word - 1].time.end};
    if (alignment.turns[i] != spoken) return "a turn is not as long as its words";
  }
  return "";
}

}  // namespace

TEST_CASE("a turn begins where a silence ends within a second of its stamp") {
  Episode episode;
  add_turn(episode, 0s, "Hello there and welcome.");
  add_turn(episode, 5s, "Thanks, it is great to be here.");
  const VoiceActivity sound{8s, {{0ms, 700ms}, {2900ms, 5400ms}, {5700ms, 5960ms}}};
  const auto alignment = align_by_silence(episode, sound);
  CHECK(start_of_turn(alignment, 0) == 700ms);
  CHECK(alignment.turns.at(0).end == 2900ms);
  CHECK(start_of_turn(alignment, 1) == 5400ms);
}

TEST_CASE("a turn without a silence near its stamp begins in the middle of the stamp's second") {
  Episode episode;
  add_turn(episode, 0s, "Hello there and welcome.");
  add_turn(episode, 5s, "Thanks for having me.");
  CHECK(start_of_turn(align_by_silence(episode, VoiceActivity{10s, {}}), 1) == 5500ms);
}

TEST_CASE("turns with the same stamp share its time in order, by what they say") {
  Episode episode;
  add_turn(episode, 10s, "This is a longer question, is it not?");
  add_turn(episode, 10s, "Yes.");
  add_turn(episode, 14s, "Good.");
  const auto alignment = align_by_silence(episode, std::nullopt);
  CHECK(start_of_turn(alignment, 0) == 10s);
  CHECK(start_of_turn(alignment, 1) > 12500ms);
  CHECK(start_of_turn(alignment, 1) < 13800ms);
  CHECK(start_of_turn(alignment, 2) == 14s);
}

TEST_CASE("turns with the same stamp change where a silence allows") {
  Episode episode;
  add_turn(episode, 0s, "This is a longer question, is it not?");
  add_turn(episode, 0s, "Yes it is.");
  const VoiceActivity sound{4s, {{2600ms, 2900ms}}};
  CHECK(start_of_turn(align_by_silence(episode, sound), 1) == 2900ms);
}

TEST_CASE("a stamp before an earlier one counts as equal to it") {
  Episode backwards;
  add_turn(backwards, 10s, "One two three.");
  add_turn(backwards, 4s, "Four five six.");
  add_turn(backwards, 20s, "Seven.");
  auto equal = backwards;
  equal.turns[1].stamp = 10s;
  const VoiceActivity sound{30s, {{14s, 15s}}};
  const auto alignment = align_by_silence(backwards, sound);
  CHECK(alignment.turns == align_by_silence(equal, sound).turns);
  CHECK(start_of_turn(alignment, 1) >= 10s);
}

TEST_CASE("turns without stamps share the time of their neighbours") {
  Episode episode;
  add_turn(episode, std::nullopt, "One two three.");
  add_turn(episode, 10s, "Four five six.");
  add_turn(episode, std::nullopt, "Seven eight nine.");
  const VoiceActivity sound{20s, {{0s, 7s}, {8s, 10100ms}, {11500ms, 15s}, {16s, 20s}}};
  const auto alignment = align_by_silence(episode, sound);
  CHECK(start_of_turn(alignment, 0) == 7s);
  CHECK(start_of_turn(alignment, 1) == 10100ms);
  CHECK(start_of_turn(alignment, 2) == 15s);
}

TEST_CASE("a turn whose stamp lies after the end stays within the sound") {
  Episode episode;
  add_turn(episode, 0s, "One two.");
  add_turn(episode, 19min + 25s, "Three.");
  add_turn(episode, 24min + 31s, "Four.");
  const auto alignment = align_by_silence(episode, VoiceActivity{19min + 24s + 700ms, {}});
  CHECK(find_fault(episode, alignment).empty());
}

TEST_CASE("sentences begin where silences end, words in between by what they say") {
  Episode episode;
  add_turn(episode, 0s,
           "We started the podcast in 2015. Now it has many listeners. A great community!");
  const VoiceActivity sound{10s, {{0ms, 500ms}, {3000ms, 3600ms}, {5600ms, 6200ms}, {8s, 10s}}};
  const auto alignment = align_by_silence(episode, sound);
  const auto& words = alignment.words;
  CHECK(words.at(6).time.start == 3600ms);
  CHECK(words.at(11).time.start == 6200ms);
  CHECK(words.at(13).time.end == 8s);
  const auto length = [&](std::size_t i) { return words.at(i).time.length(); };
  CHECK(length(5) > 3 * length(2));    // "2015." and "the"
  CHECK(length(13) > 4 * length(11));  // "community!" and "A"
}

TEST_CASE("words do not stretch over music") {
  Episode episode;
  add_turn(episode, 0s, "Hello and welcome.");
  add_turn(episode, 60s, "Thank you.");
  const auto alignment = align_by_silence(episode, VoiceActivity{120s, {}});
  CHECK(alignment.turns.at(0).end < 5s);
  CHECK(alignment.turns.at(1).length() < 3s);
}

TEST_CASE("no turn begins in a silence though its stamp lies there") {
  Episode episode;
  add_turn(episode, 0s, "One two three.");
  add_turn(episode, 5s, "Four.");
  add_turn(episode, 6s, "Five.");
  const VoiceActivity sound{10s, {{1s, 9s}}};
  const auto alignment = align_by_silence(episode, sound);
  CHECK(find_fault(episode, alignment).empty());
  for (const Interval& turn : alignment.turns) {
    CHECK((turn.start < sound.silences[0].start || turn.start >= sound.silences[0].end));
  }
  CHECK(start_of_turn(alignment, 2) >= 9s);
}

TEST_CASE("without sound the times come from the stamps, the end from what is said") {
  Episode episode;
  add_turn(episode, 3s, "Hi there, you are welcome to the show.");
  add_turn(episode, 6s, "Thank you so much for having me, it is great to be here with you.");
  const auto alignment = align_by_silence(episode, std::nullopt);
  CHECK(find_fault(episode, alignment).empty());
  CHECK(start_of_turn(alignment, 0) == 3s);
  CHECK(alignment.turns.at(0).end == 6s);
  CHECK(start_of_turn(alignment, 1) == 6s);
  // 15 words: 4 to 7 seconds at 130 to 220 words a minute.
  CHECK(alignment.turns.at(1).length() > 4s);
  CHECK(alignment.turns.at(1).length() < 7s);
  CHECK(alignment.duration == alignment.turns.at(1).end + 1s);
  episode.mp3.duration = {20s, {}};
  CHECK(align_by_silence(episode, std::nullopt).duration == 20s);
}

TEST_CASE("a thousand words fit into seconds") {
  Episode episode;
  add_turn(episode, 0s, "Before.");
  std::string text;
  for (int i = 0; i < 1000; ++i) text += i % 3 == 0 ? "extraordinarily " : ", ";
  add_turn(episode, 5s, text);
  add_turn(episode, 6s, "After.");
  const auto alignment = align_by_silence(episode, VoiceActivity{8s, {}});
  CHECK(find_fault(episode, alignment).empty());
  CHECK(alignment.turns.at(2).end <= 8s);
}

TEST_CASE("more words than milliseconds run over the end at a millisecond each") {
  Episode episode;
  add_turn(episode, 0s, "One two three four five six.");
  const auto alignment = align_by_silence(episode, VoiceActivity{4ms, {}});
  CHECK(find_fault(episode, alignment).empty());
  CHECK(alignment.duration == 6ms);
}

TEST_CASE("an episode without words has an empty alignment") {
  CHECK(align_by_silence({}, std::nullopt).words.empty());
  CHECK(align_by_silence({}, VoiceActivity{5s, {}}).duration == 5s);
}

TEST_CASE("three hours with thirty thousand words are aligned, with stamps and without", "[long]") {
  Episode episode;
  VoiceActivity sound{3h, {}};
  for (int turn = 0; turn < 100; ++turn) {
    std::string text;
    for (int word = 0; word < 300; ++word) text += word % 12 == 11 ? "ending. " : "ordinary ";
    add_turn(episode, turn * 108s, text);
  }
  for (auto start = 2s; start < 3h; start += 3s) sound.silences.push_back({start, start + 400ms});
  CHECK(find_fault(episode, align_by_silence(episode, sound)).empty());
  for (auto& turn : episode.turns) turn.stamp.reset();
  CHECK(find_fault(episode, align_by_silence(episode, sound)).empty());
}

namespace {

std::string any_word() {
  return *rc::gen::element<std::string>("the", "extraordinarily", "5.24", "C++", "HTML", ".", "—",
                                        "…", "”", "[laughs]", "日本語", "well,", "end.",
                                        std::string(300, 'a'), std::string(300, '!'));
}

Episode any_episode(std::size_t most_words) {
  Episode episode;
  const auto turns = *rc::gen::inRange(1, 9);
  for (int turn = 0; turn < turns; ++turn) {
    std::string text = any_word();
    const auto words = *rc::gen::inRange<std::size_t>(0, most_words);
    for (std::size_t i = 0; i < words; ++i) {
      text += *rc::gen::element(" ", " ", " ", "\n") + any_word();
    }
    const auto stamp = *rc::gen::inRange(-5, 40);
    add_turn(episode, stamp < 0 ? std::nullopt : std::optional<Time>(std::chrono::seconds(stamp)),
             text);
  }
  return episode;
}

VoiceActivity any_sound(int least, int most) {
  VoiceActivity sound;
  sound.duration = Time(*rc::gen::inRange(least, most));
  auto moment = 0ms;
  while (true) {
    const auto start = moment + Time(*rc::gen::inRange(0, 3000));
    const auto end = start + Time(*rc::gen::inRange(1, 3000));
    if (end > sound.duration) return sound;
    sound.silences.push_back({start, end});
    moment = end + 1ms;
  }
}

}  // namespace

TEST_CASE("any episode gets ordered words of some length within any sound") {
  CHECK(rc::check([] {
    const auto episode = any_episode(60);
    const auto sound = any_sound(0, 30000);
    const auto alignment = align_by_silence(episode, sound);
    RC_ASSERT(find_fault(episode, alignment) == "");
    const Time words{episode.words.size()};
    RC_ASSERT(alignment.duration == std::max(sound.duration, words) ||
              (words < sound.duration && alignment.duration == sound.duration));
    RC_ASSERT(align_by_silence(episode, sound).turns == alignment.turns);
  }));
}

TEST_CASE("any episode gets ordered words of some length without sound") {
  CHECK(rc::check([] {
    const auto episode = any_episode(60);
    const auto alignment = align_by_silence(episode, std::nullopt);
    RC_ASSERT(find_fault(episode, alignment) == "");
    RC_ASSERT(alignment.duration == alignment.words.back().time.end + 1s);
  }));
}
