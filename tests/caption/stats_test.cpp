#include "caption/stats.h"

#include <catch2/catch.hpp>

#include "caption/compose.h"
#include "caption/line_end.h"
#include "cmos/style_choice.h"
#include "support/spoken_episode.h"

using namespace std::chrono_literals;
using cmos::Cue;
using cmos::Cues;
using cmos::kStyles;
using cmos::LineEnd;
using cmos::measure_captions;

namespace {

// A cue as it is read back.
Cue cue(cmos::Time start, cmos::Time end, const std::vector<std::string>& lines) {
  Cue result{{start, end}, {}};
  for (const auto& line : lines) result.lines.push_back({"", line, {}});
  return result;
}

cmos::CaptionStats measure(const Cues& cues) {
  return measure_captions(cues, kStyles[0], "en");
}

using Faults = std::vector<std::string>;

}  // namespace

TEST_CASE("no captions are no faults") {
  const auto stats = measure({});
  CHECK(stats.cues == 0);
  CHECK(stats.median_speed == 0);
  CHECK(stats.worst.empty());
}

TEST_CASE("good captions have no faults") {
  const auto stats = measure(
      {cue(0s, 2s, {"A good line of text", "and another one."}), cue(2s, 4s, {"One more."})});
  CHECK(stats.cues == 2);
  CHECK(stats.lines == 3);
  CHECK(stats.words == 10);
  CHECK(stats.median_speed == Approx(18));
  CHECK(stats.worst.empty());
}

TEST_CASE("lines are judged by width and number") {
  const auto stats =
      measure({cue(0s, 6s, {std::string(43, 'x'), "b " + std::string(42, 'x'), "c"})});
  CHECK(stats.wide_lines == 2);
  CHECK(stats.wide_words == 1);
  CHECK(stats.tall == 1);
  REQUIRE(stats.worst.size() == 1);
  CHECK(stats.worst[0].faults == Faults{"3 lines", "a line of 43 columns", "a line of 44 columns"});
}

TEST_CASE("full-width characters and emoji take two columns, and marks none") {
  const auto wide = [](const std::string& line, std::string_view language) {
    return measure_captions({cue(0s, 6s, {line})}, *cmos::choose_style({}, language), language)
        .wide_lines;
  };
  const auto repeated = [](std::string_view text, int times) {
    std::string result;
    for (int i = 0; i < times; ++i) result += text;
    return result;
  };
  CHECK(wide(repeated("\u5B57", 21), "en") == 0);
  CHECK(wide(repeated("\u5B57", 22), "en") == 1);
  CHECK(wide(repeated("\U0001F600", 22), "en") == 1);
  CHECK(wide(repeated("e\u0301", 42), "en") == 0);
  CHECK(wide(repeated("\uFF76", 42), "en") == 0);  // Half-width.
  CHECK(wide(repeated("\u5B57", 13), "ja") == 0);
  CHECK(wide(repeated("\u5B57", 14), "ja") == 1);
  CHECK(wide(repeated("x", 26), "ja-JP") == 0);
  CHECK(wide(repeated("\u5B57", 16), "zh") == 0);
  CHECK(wide(repeated("\u5B57", 17), "zh") == 1);
}

TEST_CASE("breaks are torn inside names and brackets and where Unicode forbids them") {
  const auto torn = [](const std::string& upper, const std::string& lower,
                       std::string_view language) {
    return measure_captions({cue(0s, 6s, {upper, lower})}, kStyles[0], language).torn;
  };
  CHECK(torn("he gave it to the", "people of the town", "en") == 1);
  CHECK(torn("and there we met (", "for once) her brother", "en") == 1);
  CHECK(torn("and there we met her", "brother for the first time", "en") == 0);
  CHECK(torn("\u6771\u4EAC\u3067\u4F1A\u3044\u307E\u3057\u305F", "\u3002\u305D\u3057\u3066",
             "ja") == 1);
  CHECK(torn("\u6771\u4EAC\u3067\u4F1A\u3044\u307E\u3057\u305F\u3002", "\u305D\u3057\u3066",
             "ja") == 0);
}

TEST_CASE("an orphan is a short line beside a long one or a word alone that goes on") {
  const auto orphans = [](const Cues& cues) { return measure(cues).orphans; };
  CHECK(orphans({cue(0s, 6s, {"and then we have got to know the most", "fun things."})}) == 1);
  CHECK(orphans({cue(0s, 6s, {"it's", "only that we have never known about it"})}) == 1);
  CHECK(orphans({cue(0s, 6s, {"Well,", "we have never known about all of that"})}) == 0);
  CHECK(orphans({cue(0s, 6s, {"and then we have got", "to know fun things."})}) == 0);
  CHECK(orphans({cue(0s, 3s, {"and then we have got to know"}), cue(3s, 6s, {"things."})}) == 1);
  CHECK(orphans({cue(0s, 3s, {"And then we knew."}), cue(3s, 6s, {"Things."})}) == 0);
}

TEST_CASE("times are judged by speed, length, gaps and overlaps") {
  const auto stats = measure({
      cue(0s, 1s, {"twenty-one characters"}),
      cue(1050ms, 1500ms, {"brief."}),
      cue(1800ms, 2100ms, {"brief with room."}),
      cue(4s, 12s, {"lasting."}),
      cue(11s, 13s, {"late."}),
  });
  CHECK(stats.fast == 2);
  CHECK(stats.brief == 2);
  CHECK(stats.brief_with_room == 1);
  CHECK(stats.lasting == 1);
  CHECK(stats.tiny_gaps == 1);
  CHECK(stats.open_gaps == 1);
  CHECK(stats.overlaps == 1);
  REQUIRE(stats.worst.size() == 4);
  CHECK(stats.worst[0].cue == 3);
  CHECK(stats.worst[0].faults == Faults{"shown for 8.000 s", "overlaps the next cue by 1.000 s"});
}

TEST_CASE("cues that run backwards or last no time are judged too") {
  const auto stats = measure({cue(2s, 1s, {"x"}), cue(1s, 1s, {"y"}), {{1s, 2s}, {}}});
  CHECK(stats.brief == 2);
  CHECK(stats.brief_with_room == 0);
  CHECK(stats.overlaps == 0);
}

TEST_CASE("line ends are judged inside cues and between them, but not where a speaker ends") {
  auto stats = measure({cue(0s, 2s, {"he wrote the", "book and"}), cue(2s, 4s, {"went home"})});
  CHECK(stats.bad_line_ends == 2);
  CHECK(stats.line_ends[static_cast<std::size_t>(LineEnd::after_article)] == 1);
  CHECK(stats.line_ends[static_cast<std::size_t>(LineEnd::after_conjunction)] == 1);
  CHECK(stats.line_ends[static_cast<std::size_t>(LineEnd::sentence_end)] == 1);

  stats = measure({cue(0s, 2s, {"-he wrote the", "-book and"}), cue(2s, 4s, {"-the"})});
  CHECK(stats.bad_line_ends == 0);

  Cue known = cue(0s, 2s, {"he wrote the", "Book."});
  known.lines[0].speaker = "A";
  CHECK(measure({known}).bad_line_ends == 0);
  CHECK(measure({known}).dialogues == 1);

  CHECK(measure_captions({cue(0s, 2s, {"an", "die"})}, kStyles[0], "fi").bad_line_ends == 0);
}

TEST_CASE("the worst come first, and only as many as asked for") {
  Cues cues;
  for (int i = 0; i < 20; ++i) {
    cues.push_back(cue(cmos::Time(i * 1000), cmos::Time(i * 1000 + 1000),
                       {std::string(static_cast<std::size_t>(21 + i), 'x') + "."}));
  }
  const auto stats = measure_captions(cues, kStyles[0], "en", 3);
  REQUIRE(stats.worst.size() == 3);
  CHECK(stats.worst[0].cue == 19);
  CHECK(stats.worst[2].cue == 17);
}

TEST_CASE("fast cues are explained by fast speech") {
  SpokenEpisode fast;
  fast.letter = 20;
  fast.word = 10;
  fast.turn("A", "This is spoken much faster than anybody is able to read it on a screen at home.");
  const auto stats = measure(cmos::compose_captions(fast.episode, fast.alignment, {}));
  CHECK(stats.fast > 0);
  CHECK(stats.fast_unexplained == 0);

  Cue slow = cue(0s, 1s, {"spoken much slower than read"});
  slow.lines[0].words = {{"spoken", {0s, 1s}}, {"read", {1s, 3s}}};
  CHECK(measure({slow}).fast_unexplained == 1);
}
