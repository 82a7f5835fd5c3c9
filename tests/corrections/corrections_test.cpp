// The file of corrections: what is read, and what is refused where.
#include "cmos/corrections.h"

#include <catch2/catch.hpp>
#include <string>

using namespace std::chrono_literals;
using namespace cmos;

namespace {

WithDiagnostics<std::vector<Correction>> parse(const std::string& text) {
  return parse_corrections(Page("x.corrections.yaml", text));
}

// The only diagnostic, as users see it.
std::string refusal(const std::string& text) {
  const auto diagnostics = parse(text).diagnostics;
  REQUIRE(diagnostics.size() == 1);
  return to_string(diagnostics.front());
}

const std::string kWords = "corrections:\n- words: Linus\n  ";

}  // namespace

TEST_CASE("a correction has words and what stands around them and what is right") {
  const auto [corrections, diagnostics] = parse(
      "corrections:\n"
      "- words: Linus\n  before: \"wrote it: he,\"\n  after: said\n  start: 1:02:03.456\n"
      "  end: 1:02:04\n  cue: true\n"
      "- words: lines\n  text: Linus\n  speaker: ann\n  right: true\n"
      "- chapter: Intro\n  title: \"Why: a \\\"start\\\"\"\n  time: 0:12\n");
  CHECK(diagnostics.empty());
  REQUIRE(corrections.size() == 3);
  CHECK(corrections[0].before == "wrote it: he,");
  CHECK(corrections[0].start == Time(1h + 2min + 3s + 456ms));
  CHECK(corrections[0].end == Time(1h + 2min + 4s));
  CHECK(corrections[0].is_cue);
  CHECK(corrections[1].text == "Linus");
  CHECK(corrections[1].speaker == "ann");
  CHECK(corrections[1].is_right);
  CHECK(corrections[2].title == "Why: a \"start\"");
  CHECK(corrections[2].time == Time(12s));
}

TEST_CASE("a file without corrections has none") {
  for (const std::string text : {"", "# nothing yet\n", "corrections:\n", "corrections: []\n"}) {
    const auto [corrections, diagnostics] = parse(text);
    CHECK(corrections.empty());
    CHECK(diagnostics.empty());
  }
}

TEST_CASE("what is wrong with a correction is said where it stands") {
  CHECK(refusal(kWords + "strat: 0:01\n") ==
        "x.corrections.yaml:3:3: error: a correction has no strat [corrections-unknown-key]");
  CHECK(refusal("corections: []\n") ==
        "x.corrections.yaml:1:1: error: there is no other key than corrections "
        "[corrections-unknown-key]");
  CHECK(refusal(kWords + "start: soon\n") ==
        "x.corrections.yaml:3:10: error: a time is wanted here, such as 12:34.567 "
        "[corrections-value]");
  CHECK(refusal(kWords + "right: yes\n") ==
        "x.corrections.yaml:3:10: error: true is wanted here, or false [corrections-value]");
  CHECK(refusal(kWords + "start: 0:01\n  start: 0:02\n") ==
        "x.corrections.yaml:4:3: error: start is given twice; remove one [corrections-broken]");
  CHECK(refusal("corrections: [\n").find("[corrections-broken]") != std::string::npos);
  CHECK(refusal("corrections:\n- words: \xFF\n").find("2:10: error: this byte is no UTF-8") !=
        std::string::npos);
}

TEST_CASE("corrections of more than 1 MiB are refused") {
  CHECK(parse(std::string(kMaxCorrectionsSize, '#')).diagnostics.empty());
  CHECK_THAT(refusal(std::string(kMaxCorrectionsSize + 1, '#')),
             Catch::Contains("the corrections have 1048577 bytes, more than 1048576"));
}

TEST_CASE("keys that do not belong together are refused") {
  for (const std::string item :
       {"- text: x\n", "- words: x\n", "- words: x\n  chapter: y\n  right: true\n",
        "- words: x\n  title: y\n", "- chapter: x\n  start: 0:01\n", "- chapter: x\n",
        "- words: x\n  start: 0:02\n  end: 0:01\n", "- words: x\n  text: \"\"\n",
        "- words: [x]\n  text: y\n", "- x\n"}) {
    INFO(item);
    CHECK(refusal("corrections:\n" + item).find("[corrections-value]") != std::string::npos);
  }
}

TEST_CASE("the corrections of a page lie beside it") {
  CHECK(corrections_file("site/episode.md") == "site/episode.corrections.yaml");
}
