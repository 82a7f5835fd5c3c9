#include "format/srt.h"

#include <rapidcheck.h>

#include <catch2/catch.hpp>

#include "format/plain_text.h"
#include "random_cues.h"

using namespace std::chrono_literals;
using cmos::Cues;
using cmos::read_srt;
using cmos::write_srt;

namespace {

using Rules = std::vector<std::string>;

Rules rules(const cmos::WithDiagnostics<cmos::ReadCaptions>& read) {
  Rules result;
  for (const auto& diagnostic : read.diagnostics) {
    result.push_back(std::to_string(diagnostic.position.value().line) + " " +
                     std::string(diagnostic.rule.name()));
  }
  return result;
}

std::vector<std::string> lines_of(const cmos::Cue& cue) {
  std::vector<std::string> result;
  for (const auto& voice : cmos::voices(cue)) {
    for (const auto* line : voice.lines) result.push_back(cmos::one_line(line->text));
  }
  return result;
}

}  // namespace

TEST_CASE("SRT is numbered, has commas in its times and text as it stands") {
  const Cues cues = {
      {{1000ms, 2500ms}, {{"J", "Jan & <Marcus>: a", {}}, {"J", "b --> c", {}}}},
      {{2500ms, 3000ms}, {{"J", "\n", {}}}},
      {{360000000ms, 360000001ms}, {{"J", "\u05D0\n\n\U0001F600", {}}}},
  };
  CHECK(write_srt(cues) ==
        "1\n00:00:01,000 --> 00:00:02,500\nJan & <Marcus>: a\nb \u2192 c\n\n"
        "2\n100:00:00,000 --> 100:00:00,001\n\u05D0 \U0001F600\n\n");
  CHECK(write_srt({}).empty());
}

TEST_CASE("SRT that is written is read back with the same times and lines") {
  CHECK(rc::check([] {
    auto cues = *random_cues();
    for (auto& cue : cues) {
      for (auto& line : cue.lines) {
        for (auto& c : line.text) c = c == '<' || c == '{' ? 'x' : c;  // could make a tag
      }
    }
    const auto read = read_srt(write_srt(cues), "x.srt");
    RC_ASSERT(read.diagnostics.empty());
    std::size_t shown = 0;
    for (const auto& cue : cues) {
      auto expected = lines_of(cue);
      if (expected.empty()) continue;
      for (auto& line : expected) {
        for (auto at = line.find("-->"); at != std::string::npos; at = line.find("-->")) {
          line.replace(at, 3, "\u2192");
        }
      }
      RC_ASSERT(read.value.cues.at(shown).time == cue.time);
      RC_ASSERT(lines_of(read.value.cues.at(shown)) == expected);
      ++shown;
    }
    RC_ASSERT(read.value.cues.size() == shown);
  }));
}

TEST_CASE("SRT of anybody is read: tags vanish, other brackets stay") {
  const auto read = read_srt(
      "1\r\n00:00:01,000 --> 00:00:02,000\r\n<i>Hi</i> <FONT color=\"red\">you</font> {\\an8}<you> "
      "a<b\r\n\r\n",
      "x");
  CHECK(rules(read).empty());
  REQUIRE(read.value.cues.size() == 1);
  CHECK(read.value.cues[0].lines.at(0).text == "Hi you <you> a<b");
  CHECK(read.value.positions[0] == cmos::SourcePosition{2, 1});
}

TEST_CASE("broken SRT gets diagnostics at the line of each fault, and is read on") {
  const auto read = read_srt(
      "\xEF\xBB\xBF"
      "7\n0:00:05.0 -->0:00:04.0\na\n00:00:01,000 --> 00:00:02,000\n\n"
      "3\n00:00:03,000 --> 00:00:04,000\nb\n\nstray\ntext\n\n4\n00:00:05,000 --> 00:00:06,000\nc\n"
      "5\n00:00:06,000 --> 00:00:07,000\n<i></i>\n",
      "x");
  CHECK(rules(read) == Rules{"1 srt-byte-order-mark", "1 srt-index", "2 srt-time-format",
                             "2 srt-end-before-start", "4 srt-blank-line", "4 srt-index",
                             "4 srt-start-order", "4 srt-empty-cue", "10 srt-stray-text",
                             "16 srt-blank-line", "17 srt-empty-cue"});
  REQUIRE(read.value.cues.size() == 3);
  CHECK(read.value.cues[0].time == cmos::Interval{5000ms, 4000ms});
  CHECK(rules(read_srt("", "x")).empty());
}

TEST_CASE("SRT loses no cue that players show") {
  using Texts = std::vector<std::string>;
  const auto texts = [](const std::string& srt) {
    Texts result;
    for (const auto& cue : read_srt(srt, "x").value.cues) result.push_back(cmos::text_of(cue));
    return result;
  };
  const std::string first = "1\n00:00:01,000 --> 00:00:02,000\n";
  const std::string second = "2\n00:00:03,000 --> 00:00:04,000\nTwo.\n";
  CHECK(texts(first + "One\n\nmore\n" + second) == Texts{"One more", "Two."});
  CHECK(texts("By a friend\n" + first + "One\n\n" + second) == Texts{"One", "Two."});
  CHECK(texts(first + "\n1999\n" + second) == Texts{"1999", "Two."});
  CHECK(texts(first + "\nOne\n\n\n\n2\n\n00:00:03,000 --> 00:00:04,000\n\nTwo.\n") ==
        Texts{"One", "Two."});
  CHECK(texts(first + "One\n00:00:03,000 --> 00:00:04,000\nTwo.") == Texts{"One", "Two."});
  CHECK(texts(first + "One\n\n9\n00:00:03,000 --> 00:00:04,000\nTwo.") == Texts{"One", "Two."});
  CHECK(texts(first + "One\n\n00:60:03,000 --> 00:60:04,000\nTwo.") == Texts{"One", "Two."});
  CHECK(texts("") == Texts{});
  CHECK(texts("no cue\n\nat all") == Texts{});

  const auto stray = read_srt("by me\n" + first + "One\n\nmore\nand more\n" + second, "x");
  CHECK(rules(stray) ==
        Rules{"1 srt-stray-text", "2 srt-blank-line", "6 srt-stray-text", "8 srt-blank-line"});
  const auto doubled = read_srt("1\r\r\n00:00:01,000 --> 00:00:02,000\r\r\nOne\r\r\n\r\r\n", "x");
  CHECK(rules(doubled).empty());
  CHECK(doubled.value.cues.size() == 1);
}

TEST_CASE("SRT times are read as players read them") {
  const auto time = [](const std::string& line) {
    const auto read = read_srt("1\n" + line + "\nText\n", "x");
    return read.value.cues.empty() ? cmos::Interval{} : read.value.cues[0].time;
  };
  const cmos::Interval usual{1000ms, 2500ms};
  CHECK(time("00:00:01,000 --> 00:00:02,500") == usual);
  CHECK(time("00: 00: 01, 000 --> 00:00: 2,500") == usual);
  CHECK(time("0:0:1.0-->0:0:2.5") == usual);
  CHECK(time("00:01,0001234567890 --> 00:02,50") == usual);
  CHECK(time("00:00:01 --> 00:00:02,500 X1:10") == usual);
  CHECK(time("-00:00:01,000 --> 00:00:02,500") == cmos::Interval{-1000ms, 2500ms});
  for (const auto* none : {"00:00:01,000 -> 00:00:02,000", "00:00:01,000 --> ", "01 --> 02", "1999",
                           "--> --> -->", "- --> -"}) {
    CHECK(time(none) == cmos::Interval{});
  }
  CHECK(rules(read_srt("1\n00:00: 1,000 --> 00:00:02,000\nText\n", "x")) ==
        Rules{"2 srt-time-format"});
}

TEST_CASE("SRT in UTF-16 with its mark is read with one diagnostic") {
  const std::string text = "1\r\n00:00:01,000 --> 00:00:02,000\r\nGr\xFC\xDF\x65\r\n";
  for (const bool is_big : {false, true}) {
    std::string bytes = is_big ? "\xFE\xFF" : "\xFF\xFE";
    for (const char c : text) {
      bytes += is_big ? std::string{'\0', c} : std::string{c, '\0'};
    }
    const auto read = read_srt(bytes, "x");
    CHECK(rules(read) == Rules{"1 captions-encoding"});
    REQUIRE(read.value.cues.size() == 1);
    CHECK(cmos::text_of(read.value.cues[0]) == "Gr\u00FC\u00DFe");
    CHECK(read_srt(bytes.substr(0, 7), "x").value.cues.empty());
  }
}
