// What an alignment's facts make of a page, in `make` and in `check`.
#include "check/alignment_rules.h"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "episode/episode.h"

namespace {

using namespace std::chrono_literals;
using namespace cmos;
using Lines = std::vector<std::string>;

// Six turns of four words, as long as a second each, which begin where their stamps say; the sound
// lasts a minute and is silent but for them.
struct Heard {
  std::string page = R"(---
title: Six turns
pronunciations:
  one: W AH QQ
---
[transcript]
[ada host1 Ada Moor]
[00:05] ada: one two three four
[00:10] ada: five six seven eight
[00:15] ada: nine ten eleven twelve
[00:20] ada: alpha beta gamma delta
[00:25] ada: red green blue black
[00:30] ada: this is the end
[/transcript]
)";
  Episode episode;
  Alignment alignment;
  AudioInfo audio;

  Heard() { hear(); }

  void hear() {
    episode = parse_episode({"page.md", page}).value;
    alignment = {};
    alignment.duration = audio.duration = 60s;
    audio.silences = {{0s, 5s}};
    for (std::size_t turn = 0; turn < 6; ++turn) {
      const Time start = 5s * static_cast<int>(turn + 1);
      for (int word = 0; word < 4; ++word) {
        alignment.words.push_back({{start + 250ms * word, start + 250ms * (word + 1)}, 0.9F});
      }
      alignment.turns.push_back({start, start + 1s});
      audio.silences.push_back({start + 1s, turn < 5 ? start + 5s : 60s});
    }
  }

  void replace(const std::string& from, const std::string& to) {
    page.replace(page.find(from), from.size(), to);
    hear();
  }

  Diagnostics judge(RuleSet rules) const {
    return alignment_diagnostics(rules, episode, alignment, audio, {"page.md", page});
  }
  Lines lines(RuleSet rules) const {
    Lines result;
    for (const Diagnostic& diagnostic : judge(rules)) result.push_back(to_string(diagnostic));
    return result;
  }
};

std::vector<std::string> texts(const std::vector<Edit>& edits) {
  std::vector<std::string> result;
  for (const Edit& edit : edits) result.push_back(edit.text);
  return result;
}

}  // namespace

TEST_CASE("A page whose every turn is heard at its stamp has no diagnostic") {
  const Heard heard;
  CHECK(heard.lines(RuleSet::make).empty());
  CHECK(heard.lines(RuleSet::check).empty());
}

TEST_CASE("A stamp that is off is a diagnostic of check alone, with the right one") {
  Heard heard;
  heard.replace("00:15", "00:18");
  CHECK(heard.lines(RuleSet::make).empty());
  const auto found = heard.judge(RuleSet::check);
  REQUIRE(found.size() == 1);
  CHECK(to_string(found[0]) ==
        "page.md:10:2: error: stamp [0:18], but the turn is heard to begin at 0:15; write [00:15] "
        "[stamp-off]");
  CHECK(texts(found[0].fix) == Lines{"00:15"});
}

TEST_CASE("A stamp after the end is one diagnostic, and check says what to write") {
  Heard heard;
  heard.replace("00:15", "01:30");
  const std::string said =
      "page.md:10:2: warning: stamp [1:30] lies 0:30 after the end of the audio (1:00)";
  CHECK(heard.lines(RuleSet::make) == Lines{said + " [stamp-beyond-end]"});
  CHECK(heard.judge(RuleSet::make)[0].fix.empty());
  CHECK(heard.lines(RuleSet::check) == Lines{said + "; write [00:15] [stamp-beyond-end]"});
  CHECK(texts(heard.judge(RuleSet::check)[0].fix) == Lines{"00:15"});
  for (auto& word : heard.alignment.words) word.confidence.reset();
  CHECK(heard.lines(RuleSet::check) == Lines{said + " [stamp-beyond-end]"});
}

TEST_CASE("Shifted stamps are one diagnostic at the first, whatever else is wrong with them") {
  Heard heard;
  heard.replace("00:30", "01:30");
  heard.replace("00:20", "00:29");
  heard.alignment.stamp_shift = 9s;
  for (const auto rules : {RuleSet::make, RuleSet::check}) {
    CHECK(heard.lines(rules) ==
          Lines{"page.md:8:2: warning: all stamps are late by 9 s: what follows a stamp is heard 9 "
                "s before it [stamps-shifted]"});
  }
  CHECK(heard.judge(RuleSet::make)[0].fix.empty());
  CHECK(texts(heard.judge(RuleSet::check)[0].fix) == Lines{"00:20", "00:30"});
  heard.alignment.stamp_shift = -9s;
  CHECK(heard.lines(RuleSet::make) ==
        Lines{"page.md:8:2: warning: all stamps are early by 9 s: what follows a stamp is heard 9 "
              "s after it [stamps-shifted]"});
}

TEST_CASE("Where no turn has a stamp, check knows all of them") {
  Heard heard;
  for (const char* stamp :
       {"[00:05] ", "[00:10] ", "[00:15] ", "[00:20] ", "[00:25] ", "[00:30] "}) {
    heard.replace(stamp, "");
  }
  CHECK(heard.lines(RuleSet::make).empty());
  const auto found = heard.judge(RuleSet::check);
  REQUIRE(found.size() == 1);
  CHECK(to_string(found[0]) ==
        "page.md:8:1: note: no turn has a stamp; write [m:ss] in front of each [stamps-absent]");
  CHECK(texts(found[0].fix) ==
        Lines{"[00:05] ", "[00:10] ", "[00:15] ", "[00:20] ", "[00:25] ", "[00:30] "});
}

TEST_CASE("Three spoken words in a row that were not found are a diagnostic, two are none") {
  Heard heard;
  heard.alignment.not_found = {{1, 3}, {5, 8}};
  const Lines three{
      "page.md:9:19: warning: 3 words from \"six\" to \"eight\" were not found in the sound "
      "between "
      "0:10 and 0:11 [words-not-found]"};
  CHECK(heard.lines(RuleSet::make) == three);
  CHECK(heard.lines(RuleSet::check) == three);
  heard.episode.words[6].is_note = true;
  CHECK(heard.lines(RuleSet::make).empty());
}

TEST_CASE("Sound on no word is a diagnostic from 2.5 s on, without its silences") {
  Heard heard;
  heard.alignment.untranscribed = {{{6s, 10s}, 4}};
  CHECK(heard.lines(RuleSet::make).empty());
  heard.audio.silences.erase(heard.audio.silences.begin() + 1);
  CHECK(heard.lines(RuleSet::make) ==
        Lines{"page.md:9:14: warning: the sound from 0:06 to 0:10 is not in the transcript "
              "[sound-without-text]"});
  CHECK(heard.lines(RuleSet::check) == heard.lines(RuleSet::make));
}

TEST_CASE("Sound behind the last word is said once, in check as the end without text") {
  Heard heard;
  heard.alignment.untranscribed = {{{31s, 60s}, 24}};
  heard.audio.silences.pop_back();
  CHECK(heard.lines(RuleSet::make) ==
        Lines{"page.md:13:26: warning: the sound from 0:31 to 1:00 is not in the transcript "
              "[sound-without-text]"});
  CHECK(heard.lines(RuleSet::check) ==
        Lines{"page.md:13:26: warning: the sound goes on from 0:31 to 1:00 behind the last word of "
              "the transcript; write what is said, if it is speech [end-without-text]"});
}

TEST_CASE("A pronunciation that the model cannot say is a diagnostic at its place in the page") {
  Heard heard;
  heard.alignment.rejected_pronunciations = {{"one", "no phone \"QQ\""}};
  const auto found =
      pronunciation_diagnostics(heard.episode, heard.alignment, {"page.md", heard.page});
  REQUIRE(found.size() == 1);
  CHECK(to_string(found.front()) ==
        "page.md:4:8: warning: no phone \"QQ\" (the pronunciation of \"one\" is left out) "
        "[pronunciation-unknown-phone]");
}

TEST_CASE("Sound with hardly any of the words is another page's and nothing else is said of it") {
  Heard heard;
  heard.alignment.not_found = {{0, 20}};
  heard.alignment.overlap = Overlap{0.09, 0.02};
  const Lines lines{
      "page.md:8:14: error: 9 % of the words are found in the sound, in 2 % of it: it says "
      "something "
      "else [sound-of-another-page]"};
  CHECK(heard.lines(RuleSet::make) == lines);
  CHECK(heard.lines(RuleSet::check) == lines);
}

TEST_CASE("Sound with less than half of the words is told beside what is missing") {
  Heard heard;
  heard.alignment.not_found = {{0, 20}};
  heard.alignment.overlap = Overlap{0.3, 0.2};
  CHECK(heard.lines(RuleSet::check).size() == 2);
  CHECK_THAT(heard.lines(RuleSet::check).front(), Catch::Matchers::Contains("[sound-differs]"));
  heard.alignment.overlap = Overlap{0.3, 0.6};
  CHECK(heard.lines(RuleSet::check).size() == 1);
}

TEST_CASE("Words that the sound does not have are told without a stretch of sound") {
  Heard heard;
  heard.alignment.not_found = {{5, 8}};
  for (std::size_t word = 5; word < 8; ++word) heard.alignment.words[word].is_spoken = false;
  CHECK(heard.lines(RuleSet::make) ==
        Lines{"page.md:9:19: warning: 3 words from \"six\" to \"eight\" are not in the sound, "
              "which goes on at 0:10 without them [words-not-found]"});
}

TEST_CASE("Sound on no word that says words of the page again or elsewhere is told so") {
  Heard heard;
  heard.audio.silences.erase(heard.audio.silences.begin() + 1);
  heard.alignment.untranscribed = {{{6s, 10s}, 4}};
  heard.alignment.elsewhere = {{{6s, 9s}, {12, 20}}};
  CHECK(heard.lines(RuleSet::make) ==
        Lines{"page.md:9:14: warning: the sound from 0:06 to 0:10 repeats 0:20 to 0:26 "
              "[sound-without-text]"});
  heard.alignment.elsewhere = {{{6s, 7s}, {12, 20}}};
  CHECK_THAT(heard.lines(RuleSet::make).front(), Catch::Matchers::Contains("is not in the"));
  heard.alignment.elsewhere = {{{1s, 7s}, {12, 20}}};
  CHECK_THAT(heard.lines(RuleSet::make).front(), Catch::Matchers::Contains("is not in the"));
  heard.alignment.elsewhere = {{{6s, 9s}, {12, 14}}};
  heard.alignment.not_found = {{12, 14}};
  CHECK_THAT(heard.lines(RuleSet::make).front(),
             Catch::Matchers::Contains(R"(elsewhere, from "alpha" to "beta")"));
}
