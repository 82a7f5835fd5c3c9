// Corrections of a page, put into its episode.
#include "corrections/apply.h"

#include <catch2/catch.hpp>
#include <string>

#include "episode/pages.h"

using namespace std::chrono_literals;
using namespace cmos;

namespace {

const std::string kSpeech =
    "[0:01] ann: We wrote the kernel, and then we wrote the shell.\n\n"
    "[0:09] bob: And the [old editor](https://example.org), too.\n";

struct Corrected {
  explicit Corrected(const std::string& items, const std::string& speech = kSpeech)
      : page("page.md", pages::with_transcript(speech)),
        file("page.corrections.yaml", "corrections:\n" + items),
        episode(parse_episode(page).value),
        corrections(parse_corrections(file).value) {
    diagnostics = apply_corrections(corrections, file, page, page, episode);
  }

  std::vector<std::string> rules() const {
    std::vector<std::string> names;
    for (const auto& diagnostic : diagnostics) names.emplace_back(diagnostic.rule.name());
    return names;
  }

  // The page with all edits that are offered.
  std::string fixed() const {
    std::vector<Edit> edits;
    for (const auto& diagnostic : diagnostics) {
      edits.insert(edits.end(), diagnostic.fix.begin(), diagnostic.fix.end());
    }
    return apply_edits(page.text, edits);
  }

  Page page;
  Page file;
  Episode episode;
  std::vector<Correction> corrections;
  Diagnostics diagnostics;
};

using Names = std::vector<std::string>;

std::string item(const std::string& words, const std::string& before, const std::string& after,
                 const std::string& change) {
  return "- words: \"" + words + "\"\n  before: \"" + before + "\"\n  after: \"" + after +
         "\"\n  " + change + "\n";
}

}  // namespace

TEST_CASE("the words around a word tell it from the same word elsewhere") {
  const Corrected corrected(item("wrote", "and then we", "the shell", "start: 0:05.5"));
  CHECK(corrected.diagnostics.empty());
  REQUIRE(corrected.episode.known_times.size() == 1);
  CHECK(corrected.episode.known_times[0].word == 7);
  CHECK(corrected.episode.known_times[0].time == Time(5500));
  CHECK(corrected.corrections[0].first_word == 7);
}

TEST_CASE("what was edited elsewhere does not lose a correction and case and punctuation neither") {
  const Corrected corrected(
      item("shell.", "and so then we all wrote the", "And the", "right: true"));
  CHECK(corrected.diagnostics.empty());
  CHECK(corrected.episode.words[9].is_right);
}

TEST_CASE("what is not found or found twice is told and not applied") {
  const Corrected lost(item("wrote", "somebody else", "no book", "start: 0:05"));
  CHECK(lost.rules() == Names{"correction-stale"});
  CHECK(lost.episode.known_times.empty());
  CHECK(!lost.corrections[0].first_word);
  const Corrected twice(item("wrote", "we", "the", "start: 0:05"));
  CHECK(twice.rules() == Names{"correction-doubtful"});
  CHECK(twice.episode.known_times.empty());
  CHECK(to_string(twice.diagnostics[0]).starts_with("page.corrections.yaml:2:3: warning: "));
}

TEST_CASE("a corrected word is in the episode and offered to the page") {
  const Corrected corrected(item("shell.", "then we wrote the", "And the", "text: \"*shells*.\""));
  CHECK(corrected.episode.words[9].text == "*shells*.");
  CHECK(corrected.rules() == Names{"correction-pending"});
  CHECK(corrected.fixed().find("wrote the &#42;shells&#42;.\n") != std::string::npos);
  const auto again = parse_episode(Page("page.md", corrected.fixed())).value;
  CHECK(again.words[9].text == "*shells*.");
}

TEST_CASE("once the page has the corrected word nothing is left to say") {
  const Corrected first(
      item("shell.", "then we wrote the", "And the", "text: shells.\n  end: 0:08"));
  const auto fixed = first.fixed();
  const auto begin = fixed.find("[0:01]");
  const Corrected second(
      item("shell.", "then we wrote the", "And the", "text: shells.\n  end: 0:08"),
      fixed.substr(begin, fixed.find("[/transcript]") - begin));
  CHECK(second.diagnostics.empty());
  CHECK(second.episode.words[9].text == "shells.");
  REQUIRE(second.episode.known_times.size() == 1);
  CHECK(second.episode.known_times[0].is_end);
}

TEST_CASE("a quote is found again once the page has what another correction says of its words") {
  const auto items =
      item("shell.", "then we wrote the", "And the", "text: shells.") +
      item("and then we wrote the shell.", "We wrote the kernel,", "And the old", "cue: true");
  const Corrected first(items);
  REQUIRE(first.episode.known_cues.size() == 1);
  const auto fixed = first.fixed();
  const auto begin = fixed.find("[0:01]");
  const Corrected second(items, fixed.substr(begin, fixed.find("[/transcript]") - begin));
  CHECK(second.diagnostics.empty());
  REQUIRE(second.episode.known_cues.size() == 1);
  CHECK(second.episode.known_cues[0].first_word == first.episode.known_cues[0].first_word);
  CHECK(second.episode.known_cues[0].end_word == first.episode.known_cues[0].end_word);
}

TEST_CASE("more words or fewer go to the page alone and never through markup") {
  const Corrected more(item("shell.", "then we wrote the", "And the", "text: shell of shells."));
  CHECK(more.episode.words[9].text == "shell.");
  CHECK(more.fixed().find("wrote the shell of shells.\n") != std::string::npos);
  const Corrected markup(item("the old", "shell. And", "editor, too.", "text: old"));
  CHECK(markup.rules() == Names{"correction-conflict"});
  CHECK(markup.fixed() == markup.page.text);
}

TEST_CASE("a turn gets its right speaker and the page the ID") {
  const Corrected corrected(item("And", "wrote the shell.", "the old editor", "speaker: ann"));
  CHECK(corrected.episode.turns[1].speaker == corrected.episode.turns[0].speaker);
  CHECK(corrected.fixed().find("[0:09] ann: And the") != std::string::npos);
  const Corrected nobody(item("And", "wrote the shell.", "the old editor", "speaker: eve"));
  CHECK(nobody.rules() == Names{"correction-conflict"});
}

TEST_CASE("times that contradict one another are told and both left out") {
  const Corrected corrected(item("kernel,", "We wrote the", "and then we", "start: 0:05") +
                            item("shell.", "then we wrote the", "And the", "start: 0:04"));
  CHECK(corrected.rules() == Names{"correction-conflict", "correction-conflict"});
  CHECK(corrected.episode.known_times.empty());
}

TEST_CASE("a chapter of the front matter is offered its title and time and keeps all else") {
  const std::string head =
      "---\ntitle: T\nchapters:\n- {time: \"0:00\", title: Start}\n"
      "- {time: \"0:08\", title: Middle}\n---\n[transcript]\n[ann host1 Ann]\n[0:01] ann: Hi.\n"
      "[/transcript]\n";
  const Page page("page.md", head);
  const Page file(
      "page.corrections.yaml",
      "corrections:\n- chapter: Middle\n  title: \"A \\\"new\\\" one\"\n  time: 0:09.5\n");
  auto episode = parse_episode(page).value;
  auto corrections = parse_corrections(file).value;
  const auto diagnostics = apply_corrections(corrections, file, page, page, episode);
  std::vector<Edit> edits;
  for (const auto& diagnostic : diagnostics) {
    edits.insert(edits.end(), diagnostic.fix.begin(), diagnostic.fix.end());
  }
  const auto again = parse_episode(Page("page.md", apply_edits(page.text, edits))).value;
  REQUIRE(again.chapters.size() == 2);
  CHECK(again.chapters[1].title == "A \"new\" one");
  CHECK(again.chapters[1].time == Time(9500));
}

TEST_CASE("chapters get their corrected titles and times wherever they came from") {
  const Page file("page.corrections.yaml",
                  "corrections:\n- chapter: B\n  title: Bee\n  time: 0:35\n"
                  "- chapter: A\n  time: 0:05\n- chapter: Z\n  title: Y\n"
                  "- chapter: C\n  time: 0:35\n");
  Chapters chapters{{{Time(0), Time(20s)}, "A", "", ""},
                    {{Time(20s), Time(30s)}, "B", "", ""},
                    {{Time(30s), Time(60s)}, "C", "", ""}};
  const auto diagnostics = correct_chapters(parse_corrections(file).value, file, chapters);
  CHECK(diagnostics.size() == 3);
  REQUIRE(chapters.size() == 3);
  CHECK(chapters[0].time == Interval{Time(0), Time(30s)});
  CHECK(chapters[1].title == "C");
  CHECK(chapters[1].time == Interval{Time(30s), Time(35s)});
  CHECK(chapters[2].title == "Bee");
  CHECK(chapters[2].time == Interval{Time(35s), Time(60s)});
}
