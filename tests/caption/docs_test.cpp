// docs/captions.md is what people check the guidelines against; it has to say what the code does.
#include <fmt/format.h>

#include <catch2/catch.hpp>
#include <fstream>
#include <sstream>
#include <string>

#include "caption/costs.h"
#include "cmos/style.h"
#include "cmos/style_choice.h"

namespace {

std::string page(const std::string& name) {
  std::ostringstream text;
  text << std::ifstream(CMOS_SOURCE_DIR "/docs/" + name).rdbuf();
  return text.str();
}

bool has_line(const std::string& line) {
  static const auto captions = page("captions.md");
  return captions.find('\n' + line + '\n') != std::string::npos;
}

}  // namespace

TEST_CASE("the documentation has every line end's costs") {
  for (const auto& row : cmos::kLineEndCosts) {
    CAPTURE(row.name);
    CHECK(has_line(fmt::format("| {} | {} | {} | {} |", row.name, row.cue, row.line, row.source)));
  }
}

TEST_CASE("the documentation has the costs of what stands around a line's end") {
  for (const auto& row : cmos::kTraitCosts) {
    CAPTURE(row.name);
    CHECK(has_line(fmt::format("| {} | {} | {} |", row.name, row.cue, row.line)));
  }
}

TEST_CASE("the documentation has every other cost") {
  const std::vector<std::pair<std::string, cmos::Cost>> costs = {
      {"a cue", cmos::kCue},
      {"a thousand of the square of its characters", cmos::kLengthSquare},
      {"a second line", cmos::kSecondLine},
      {"... where the words fit in one (Netflix)", cmos::kNeedlessLine},
      {"lines of unlike length: a thousand of the square of the difference", cmos::kUnequalLines},
      {"the shorter of two lines, of fewer characters than", cmos::Cost{cmos::kShortLine}},
      {"... each missing character", cmos::kShortLineCharacter},
      {"a line of one word, without punctuation between", cmos::kLoneWord},
      {"a line that the other one is more than three times as wide as, without punctuation between",
       cmos::kOrphan},
      {"a label and one word on a line, unless a sentence ends there", cmos::kLoneWordAtLabel},
      {"a sentence that ends inside a cue, at the end of the first line (BBC 3.2)",
       cmos::kSentenceEndsAtLine},
      {"a sentence that ends inside a line (BBC 3.2)", cmos::kSentenceEndsInLine},
      {"a silence inside a cue, beyond so many milliseconds (BBC 5.2)", cmos::kBreath},
      {"... a point for each so many", cmos::kPausePoint},
      {"a cue that leaves before its shortest time", cmos::kTooShort},
      {"... and a point for each so many missing milliseconds", cmos::kTooShortPoint},
      {"each character that cannot be read in the cue's time", cmos::kTooFast},
      {"a dialogue", cmos::kDialogue},
      {"a label alone on its line", cmos::kLabelAlone},
      {"a cue that ends inside words that a correction has in one", cmos::kTorn},
  };
  for (const auto& [what, cost] : costs) {
    CAPTURE(what);
    CHECK(has_line(fmt::format("| {} | {} |", what, cost)));
  }
}

TEST_CASE("the documentation has what agreement is worth") {
  const std::vector<std::pair<std::string, double>> points = {
      {"captions are e times less likely for so many more", cmos::kUnlikelier},
      {"an end of a line or a cue", cmos::kEnd},
      {"... less, times the share that ends a line or a cue there", cmos::kEndAgreed},
      {"... less, times the share that ends the same of both", cmos::kKindAgreed},
  };
  for (const auto& [what, worth] : points) {
    CAPTURE(what);
    CHECK(has_line(fmt::format("| {} | {:.0f} |", what, worth)));
  }
}

TEST_CASE("the documentation has every style's numbers") {
  for (const auto& style : cmos::kStyles) {
    CAPTURE(style.name);
    CHECK(has_line(fmt::format(
        "| {} | {} | {} | {} | {} | {} | {} | {} | {} | {} | {} | {} |", style.name, style.lines,
        style.width, style.speed, style.shortest.count(), style.shortest_a_word.count(),
        style.longest.count(), style.smallest_gap.count(), style.smallest_pause.count(),
        style.lead.count(), style.linger.count(), style.lag.count())));
  }
}

TEST_CASE("the documentation of the configuration has the limits of every number") {
  const auto configuration = page("configuration.md");
  for (const auto& number : cmos::style_numbers()) {
    CAPTURE(number.name);
    const auto row = configuration.find(fmt::format("\n| `{}` | ", number.name));
    REQUIRE(row != std::string::npos);
    const auto line = configuration.substr(row + 1, configuration.find('\n', row + 1) - row - 1);
    CHECK(line.ends_with(fmt::format(" | {} | {} |", number.smallest, number.largest)));
  }
}
