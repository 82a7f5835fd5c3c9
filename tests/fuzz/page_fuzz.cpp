// Pages put together from pieces of which it is known what they mean: the parser finds exactly
// that.
#include <fuzzer/FuzzedDataProvider.h>

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "demand.h"
#include "episode/episode.h"

namespace {

struct Expected {
  std::string page =
      "---\ntitle: x\n---\n[transcript]\n[ann host1 Ann Ash]\n[bob guest1 Bob van Berg]\n";
  std::vector<std::string> words;
  std::vector<std::string> targets;
  struct Turn {
    std::string speaker;
    cmos::Time stamp;
    std::size_t first_word;
    std::size_t paragraphs;
  };
  std::vector<Turn> turns;
};

std::string plain_word(FuzzedDataProvider& data) {
  static constexpr std::array kLetters = {"a", "Q", "é", "ß", "я", "7", "ж", "m"};
  static constexpr std::array kEnds = {"", "", "", ".", ",", "!", "?", "…"};
  std::string word;
  const auto length = data.ConsumeIntegralInRange(1, 6);
  for (int i = 0; i < length; ++i) word += data.PickValueInArray(kLetters);
  return word + data.PickValueInArray(kEnds);
}

// A word, dressed in markup that a reader does not see.
void add_word(FuzzedDataProvider& data, Expected& expected) {
  const auto word = plain_word(data);
  auto shown = word;
  auto written = word;
  switch (data.ConsumeIntegralInRange(0, 8)) {
    case 0:
      written = "**" + word + "**";
      break;
    case 1:
      written = "*" + word + "*";
      break;
    case 2:
      written = "`" + word + "`";
      break;
    case 3:
      written = "[" + word + "](http://example.org/x)";
      expected.targets.emplace_back("http://example.org/x");
      break;
    case 4:
      written = "<a href=\"/y\">" + word + "</a>";
      expected.targets.emplace_back("/y");
      break;
    case 5:
      written = "<b>" + word + "</b>";
      break;
    case 6:
      written = "A&amp;" + word;
      shown = "A&" + word;
      break;
    case 7:
      written = "\\*" + word;
      shown = "*" + word;
      break;
    default:
      break;
  }
  expected.page += written;
  expected.words.push_back(shown);
}

void add_turn(FuzzedDataProvider& data, int seconds, Expected& expected) {
  static constexpr std::array kBlanks = {" ",      " ",      "\n  ", "\t",
                                         "\u00A0", "  \r\n", "<br>", " <!-- [0:01] ann: -->\n"};
  const std::string speaker = data.ConsumeBool() ? "ann" : "bob";
  expected.turns.push_back({speaker, cmos::Time(1000 * seconds), expected.words.size(), 1});
  expected.page += "\n[" + std::to_string(seconds / 60) + (seconds % 60 < 10 ? ":0" : ":") +
                   std::to_string(seconds % 60) + "] " + speaker + ": ";
  add_word(data, expected);
  const auto more = data.ConsumeIntegralInRange(0, 8);
  for (int i = 0; i < more; ++i) {
    const bool is_paragraph = data.ConsumeIntegralInRange(0, 5) == 0;
    expected.page += is_paragraph ? "\n\n" : data.PickValueInArray(kBlanks);
    if (is_paragraph) ++expected.turns.back().paragraphs;
    add_word(data, expected);
  }
  expected.page += "\n";
}

void compare(const cmos::Episode& episode, const Expected& expected) {
  demand(episode.words.size() == expected.words.size(), "other words");
  for (std::size_t i = 0; i < expected.words.size(); ++i) {
    demand(episode.words[i].text == expected.words[i], "another word");
  }
  demand(episode.links.size() == expected.targets.size(), "other links");
  for (std::size_t i = 0; i < expected.targets.size(); ++i) {
    demand(episode.links[i].target == expected.targets[i], "another target");
    demand(episode.links[i].end_word == episode.links[i].first_word + 1, "another link's text");
  }
  demand(episode.turns.size() == expected.turns.size(), "other turns");
  for (std::size_t i = 0; i < expected.turns.size(); ++i) {
    const auto& turn = episode.turns[i];
    demand(episode.speakers[turn.speaker].id == expected.turns[i].speaker, "another speaker");
    demand(turn.stamp == expected.turns[i].stamp, "another stamp");
    demand(turn.first_word == expected.turns[i].first_word, "another first word");
    demand(turn.paragraphs.size() == expected.turns[i].paragraphs, "other paragraphs");
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  FuzzedDataProvider data(bytes, size);
  Expected expected;
  int seconds = 0;
  do {
    add_turn(data, seconds, expected);
    seconds += data.ConsumeIntegralInRange(0, 400);
  } while (data.remaining_bytes() > 0);
  expected.page += "[/transcript]\n";
  const auto parsed = cmos::parse_episode({"page.md", expected.page});
  compare(parsed.value, expected);
  return 0;
}
