#include "chapter/find_chapters.h"

#include <rapidcheck.h>

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "base/unicode.h"
#include "chapter/title.h"
#include "support/spoken_episode.h"

using cmos::ChapterMode;
using cmos::Chapters;
using cmos::find_chapters;
using cmos::Interval;
using cmos::Time;
using namespace std::chrono_literals;

namespace {

std::string repeated(const std::string& text, int times) {
  std::string result;
  for (int i = 0; i < times; ++i) result += text + ' ';
  return result;
}

// An interview about four things, each for some three minutes, with small talk between.
SpokenEpisode interview() {
  SpokenEpisode spoken;
  spoken.episode.title = "Ann meets Bob";
  spoken.turn("Ann", "Hi Bob, how are you?")
      .turn("Bob", "Fine, thanks. " + repeated("Nice to be here with you.", 40));
  const std::vector<std::string> topics{"crawlers", "databases", "telescopes", "gardens"};
  for (const auto& topic : topics) {
    spoken.turn("Ann", "Okay, so how did you start with " + topic + "?");
    spoken.turn("Bob", repeated("My " + topic + " grew slowly, and " + topic + " need care.", 25));
    spoken.turn("Ann", "Really?");
    spoken.turn("Bob", repeated("Yes, all " + topic + " do, every day of the year.", 25));
  }
  spoken.episode.speakers[0].role = "host1";
  return spoken;
}

Chapters chapters_of(const SpokenEpisode& spoken, const cmos::ChapterOptions& options = {},
                     const std::vector<Interval>& silences = {}) {
  return find_chapters(spoken.episode, spoken.alignment, silences, options, {"a.md", ""}).value;
}

std::vector<std::string> titles(const Chapters& chapters) {
  std::vector<std::string> result;
  for (const auto& chapter : chapters) result.push_back(chapter.title);
  return result;
}

using Titles = std::vector<std::string>;

}  // namespace

TEST_CASE("chapters are found at the host's questions that open something new") {
  const auto spoken = interview();
  const auto chapters = chapters_of(spoken);
  REQUIRE(titles(chapters) == Titles{"Ann meets Bob", "How did you start with crawlers?",
                                     "How did you start with databases?",
                                     "How did you start with telescopes?",
                                     "How did you start with gardens?"});
  CHECK(chapters[1].time.start == spoken.alignment.turns[2].start);
  CHECK(chapters.back().time.end == spoken.alignment.duration);
}

TEST_CASE("a longer minimum gives fewer chapters, none of them shorter") {
  const auto chapters = chapters_of(interview(), {ChapterMode::automatic, 250s});
  CHECK(chapters.size() > 1);
  CHECK(chapters.size() < 5);
  for (const auto& chapter : chapters) CHECK(chapter.time.length() >= 250s);
  CHECK(chapters_of(interview(), {ChapterMode::automatic, 3h}).size() == 1);
}

TEST_CASE("a found chapter starts in the silence before its first word") {
  const auto spoken = interview();
  const auto word = spoken.alignment.turns[2].start;
  const auto start = [&](const std::vector<Interval>& silences) {
    return chapters_of(spoken, {}, silences).at(1).time.start;
  };
  CHECK(start({{word - 2s, word}}) == word - 250ms);
  CHECK(start({{word - 300ms, word}}) == word - 150ms);
  CHECK(start({{word - 2s, word - 100ms}}) == word - 350ms);
  CHECK(start({{word - 2s, word + 50ms}}) == word - 250ms);
  CHECK(start({{word - 2s, word - 1s}, {word + 1s, word + 2s}}) == word);
}

TEST_CASE("the front matter's chapters stay at their times, and headings give way to them") {
  auto spoken = interview();
  spoken.episode.headings.push_back({2, "A heading", {}, 2});
  spoken.episode.chapters = {{Time(0), "Hello", "", "", 0},
                             {Time(61234), "Crawlers", "https://x.org/", "c.png", 0}};
  const auto chapters = chapters_of(spoken);
  REQUIRE(chapters.size() == 2);
  CHECK(chapters[1].time.start == 61234ms);
  CHECK(chapters[1].url == "https://x.org/");
  CHECK(chapters[1].image == "c.png");
}

TEST_CASE("headings start chapters with the turns behind them") {
  auto spoken = interview();
  spoken.episode.headings = {{2, "Crawlers", {}, 2},
                             {3, "Databases", {}, 6},
                             {2, "Nothing follows", {}, spoken.episode.turns.size()}};
  const auto found =
      find_chapters(spoken.episode, spoken.alignment, {}, {}, {"a.md", "## Nothing follows\n"});
  REQUIRE(titles(found.value) == Titles{"Ann meets Bob", "Crawlers", "Databases"});
  CHECK(found.value[1].time.start == spoken.alignment.turns[2].start);
  REQUIRE(found.diagnostics.size() == 1);
  CHECK(found.diagnostics[0].rule.name() == "chapter-beyond-end");
}

TEST_CASE("modes choose where chapters come from") {
  auto spoken = interview();
  CHECK(chapters_of(spoken, {ChapterMode::from_page, 60s}).empty());
  CHECK(chapters_of(spoken, {ChapterMode::none, 60s}).empty());
  spoken.episode.chapters = {{Time(0), "All", "", "", 0}};
  CHECK(titles(chapters_of(spoken)) == Titles{"All"});
  CHECK(titles(chapters_of(spoken, {ChapterMode::from_page, 60s})) == Titles{"All"});
  CHECK(chapters_of(spoken, {ChapterMode::from_turns, 60s}).size() == 5);
  CHECK(chapters_of(spoken, {ChapterMode::none, 60s}).empty());
}

TEST_CASE("chapters that the front matter lists need no words and stay as they are") {
  cmos::Episode episode;
  CHECK(chapters_need_words(episode, ChapterMode::automatic));
  CHECK_FALSE(chapters_need_words(episode, ChapterMode::none));
  episode.chapters = {{Time(0), "One", "", "", 0}, {Time(500), "Two", "", "", 0}};
  episode.links.push_back({"https://x.org/", {}, 0, 1});
  CHECK_FALSE(chapters_need_words(episode, ChapterMode::automatic));
  CHECK_FALSE(chapters_need_words(episode, ChapterMode::from_page));
  CHECK(chapters_need_words(episode, ChapterMode::from_turns));
  const cmos::Alignment duration_alone{Time(900), {}, {}};
  const auto found = find_chapters(episode, duration_alone, {}, {}, {"a.md", ""});
  REQUIRE(titles(found.value) == Titles{"One", "Two"});
  CHECK(found.value[0].url.empty());
  CHECK(found.value[1].time == Interval{Time(500), Time(900)});
}

TEST_CASE("a heading over the first word begins its chapter with the sound") {
  for (const auto& [rest, begin] : {std::pair(0ms, 0ms), {400ms, 0ms}, {2500ms, 3000ms}}) {
    CAPTURE(rest.count());
    SpokenEpisode spoken;
    spoken.episode.title = "Bees";
    spoken.rest(rest).turn("Ann", repeated("Bees can see colours.", 30));
    spoken.episode.headings = {{2, "Colours", {}, 0}};
    const auto chapters = chapters_of(spoken);
    CHECK(titles(chapters) == (begin == 0ms ? Titles{"Colours"} : Titles{"Bees", "Colours"}));
    CHECK(chapters.back().time.start == begin);
    for (const auto& chapter : chapters) CHECK(chapter.time.length() >= 1s);
  }
}

TEST_CASE("chapters that are missing are a diagnostic unless none are wanted") {
  const cmos::Episode silent;
  const auto found = find_chapters(silent, {}, {}, {}, {"a.md", ""});
  REQUIRE(found.diagnostics.size() == 1);
  CHECK(found.diagnostics[0].rule.name() == "chapters-missing");
  CHECK(find_chapters(silent, {}, {}, {ChapterMode::none, 60s}, {"a.md", ""}).diagnostics.empty());
}

TEST_CASE("the one link that is spoken about becomes the chapter's") {
  auto spoken = interview();
  const auto word_of_turn = [&](std::size_t turn) { return spoken.episode.turns[turn].first_word; };
  const auto link = [&](const std::string& target, std::size_t turn) {
    spoken.episode.links.push_back({target, {}, word_of_turn(turn), word_of_turn(turn) + 1});
  };
  link("https://crawlers.org/", 2);
  link("https://crawlers.org/", 3);
  link("https://one.org/", 7);
  link("https://two.org/", 9);
  link("mailto:ann@x.org", 11);
  const auto chapters = chapters_of(spoken);
  REQUIRE(chapters.size() == 5);
  CHECK(chapters[0].url.empty());
  CHECK(chapters[1].url == "https://crawlers.org/");
  CHECK(chapters[2].url.empty());
  CHECK(chapters[3].url.empty());
}

TEST_CASE(
    "an episode without turns has no chapters, one without a host's takes the first speaker") {
  CHECK(chapters_of(SpokenEpisode()).empty());
  auto spoken = interview();
  spoken.episode.speakers[0].role = "";
  CHECK(chapters_of(spoken).size() == 5);
}

TEST_CASE("whatever is said, chapters fill the episode and none is shorter than the minimum",
          "[long]") {
  CHECK(rc::check([] {
    const std::vector<std::string> phrases{
        "So how did you get into Python?",
        "Yes.",
        "Right?",
        "And then...",
        "[laughs]",
        "Okay, what about the telescopes that you build, do they need care?",
        "…",
        "שלום?",
        "I think that is all there is to say about it, and more."};
    SpokenEpisode spoken;
    spoken.episode.title = "Title";
    for (const auto turn : *rc::gen::container<std::vector<int>>(rc::gen::inRange(0, 1000))) {
      const auto& phrase = phrases[static_cast<std::size_t>(turn) % phrases.size()];
      spoken.turn(turn % 2 == 0 ? "Ann" : "Bob", repeated(phrase, turn % 50 + 1));
    }
    const auto minimum = std::chrono::seconds(*rc::gen::inRange(1, 200));
    const auto chapters = chapters_of(spoken, {ChapterMode::automatic, minimum});
    RC_ASSERT(chapters.empty() == spoken.episode.turns.empty());
    Time end(0);
    for (const auto& chapter : chapters) {
      RC_ASSERT(chapter.time.start == end);
      RC_ASSERT(chapter.time.length() >= minimum || chapters.size() == 1);
      RC_ASSERT(!chapter.title.empty());
      RC_ASSERT(cmos::count_graphemes(chapter.title) <= cmos::kMaxTitle + 1);
      end = chapter.time.end;
    }
    RC_ASSERT(chapters.empty() || end == spoken.alignment.duration);
  }));
}
