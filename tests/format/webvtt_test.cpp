#include "format/webvtt.h"

#include <rapidcheck.h>

#include <catch2/catch.hpp>

#include "format/plain_text.h"
#include "random_cues.h"

using namespace std::chrono_literals;
using cmos::Cues;
using cmos::read_webvtt;
using cmos::write_webvtt;

namespace {

// "1:1 rule" of every diagnostic.
std::vector<std::string> places(const cmos::WithDiagnostics<cmos::ReadCaptions>& read) {
  std::vector<std::string> result;
  for (const auto& diagnostic : read.diagnostics) {
    result.push_back(std::to_string(diagnostic.position.value().line) + ":" +
                     std::to_string(diagnostic.position.value().column) + " " +
                     std::string(diagnostic.rule.name()));
  }
  return result;
}

using Rules = std::vector<std::string>;

std::vector<std::string> texts(const cmos::Voice& voice) {
  std::vector<std::string> result;
  result.reserve(voice.lines.size());
  for (const auto* line : voice.lines) result.push_back(cmos::one_line(line->text));
  return result;
}

std::string with_cue(const std::string& text) {
  return "WEBVTT\n\n00:01.000 --> 00:02.000\n" + text + "\n";
}

}  // namespace

TEST_CASE("WebVTT names every voice and escapes names and text") {
  const Cues cues = {
      {{1000ms, 2500ms},
       {{"Jan & <Marcus>", "a < b --> c", {}}, {"Jan & <Marcus>", "& so on", {}}}},
      {{2500ms, 3600500ms}, {{"Ada", "-Yes?", {}}, {"\u05D3\u05DF", "-\u05DB\u05DF.", {}}}},
      {{3600500ms, 3601000ms}, {{"", "unknown", {}}}},
  };
  CHECK(write_webvtt(cues) ==
        "WEBVTT\n"
        "\n"
        "00:00:01.000 --> 00:00:02.500\n"
        "<v Jan &amp; &lt;Marcus&gt;>a &lt; b --&gt; c\n"
        "&amp; so on\n"
        "\n"
        "00:00:02.500 --> 01:00:00.500\n"
        "<v Ada>-Yes?</v>\n"
        "<v \u05D3\u05DF>-\u05DB\u05DF.</v>\n"
        "\n"
        "01:00:00.500 --> 01:00:01.000\n"
        "unknown\n");
}

TEST_CASE(
    "WebVTT has labels in front of their voices, so that who reads voices reads no name twice") {
  const Cues cues = {
      {{1s, 2s}, {{"Ada", "Ada: Hello,", {}, 5}, {"Ada", "you.", {}}}},
      {{2s, 3s}, {{"R&D", "R&D: Yes?", {}, 5}, {"Bo", "Bo: No.", {}, 4}}},
      {{3s, 4s}, {{"Bo", "Bo:", {}, 3}, {"Bo", "Incomprehensible.", {}}}},
  };
  const auto written = write_webvtt(cues);
  CHECK(written ==
        "WEBVTT\n\n00:00:01.000 --> 00:00:02.000\nAda: <v Ada>Hello,\nyou.</v>\n"
        "\n00:00:02.000 --> 00:00:03.000\nR&amp;D: <v R&amp;D>Yes?</v>\nBo: <v Bo>No.</v>\n"
        "\n00:00:03.000 --> 00:00:04.000\nBo:\n<v Bo>Incomprehensible.</v>\n");
  const auto read = read_webvtt(written, "x.vtt").value.cues;
  CHECK(read.at(0).lines.at(0).speaker == "Ada");
  CHECK(read.at(0).lines.at(0).text == "Ada: Hello,");
  CHECK(read.at(1).lines.at(1).speaker == "Bo");
  CHECK(read.at(2).lines.at(0).speaker == "Bo");
}

TEST_CASE("WebVTT cues without text are left out, and line ends in text become spaces") {
  const Cues cues = {
      {{0ms, 1000ms}, {{"A", "\n", {}}}},
      {{1000ms, 2000ms}, {{"A\nB", "one\n\ntwo", {}}, {"A\nB", "", {}}}},
  };
  CHECK(write_webvtt(cues) == "WEBVTT\n\n00:00:01.000 --> 00:00:02.000\n<v A B>one two\n");
}

TEST_CASE("WebVTT has no arrow in a cue, not even where a name ends with dashes") {
  CHECK(write_webvtt({{{0ms, 1s}, {{"Jan --", "--", {}}}}}) ==
        "WEBVTT\n\n00:00:00.000 --> 00:00:01.000\n<v Jan -- >--\n");
}

TEST_CASE("WebVTT that is written is read back with the same times, speakers and lines") {
  CHECK(rc::check([] {
    const auto cues = *random_cues();
    const auto read = read_webvtt(write_webvtt(cues), "x.vtt");
    RC_ASSERT(read.diagnostics.empty());
    std::size_t shown = 0;
    for (const auto& cue : cues) {
      const auto expected = cmos::voices(cue);
      if (expected.empty()) continue;
      RC_ASSERT(read.value.cues.at(shown).time == cue.time);
      const auto found = cmos::voices(read.value.cues.at(shown));
      ++shown;
      RC_ASSERT(found.size() == expected.size());
      for (std::size_t i = 0; i < found.size(); ++i) {
        RC_ASSERT(found[i].speaker == expected[i].speaker);
        RC_ASSERT(texts(found[i]) == texts(expected[i]));
      }
    }
    RC_ASSERT(read.value.cues.size() == shown);
  }));
}

TEST_CASE("WebVTT of anybody is read: settings, notes, styles, tags, references, inner times") {
  const auto read = read_webvtt(
      "\xEF\xBB\xBFWEBVTT - title\r\n\r\nNOTE a\r\ncomment\r\n\r\nSTYLE\r\n::cue {}\r\n\r\n"
      "id 1\r\n00:01.000 --> 00:02.000 align:start\r\n<v.loud Ann &amp; Bob><i>Hi</i> "
      "&lt;you&gt;\r\n"
      "<00:01.500><c.red>all&#x21;</c></v>\r\nnobody\r\n",
      "x.vtt");
  CHECK(places(read).empty());
  REQUIRE(read.value.cues.size() == 1);
  const auto& cue = read.value.cues[0];
  CHECK(cue.time == cmos::Interval{1000ms, 2000ms});
  CHECK(read.value.positions[0] == cmos::SourcePosition{10, 1});
  REQUIRE(cue.lines.size() == 3);
  CHECK(cue.lines[0].speaker == "Ann & Bob");
  CHECK(cue.lines[0].text == "Hi <you>");
  CHECK(cue.lines[1].text == "all!");
  CHECK(cue.lines[1].speaker == "Ann & Bob");
  CHECK(cue.lines[2].text == "nobody");
  CHECK(cue.lines[2].speaker.empty());
}

TEST_CASE("broken WebVTT gets diagnostics at the place of each fault, and is read on") {
  CHECK(places(read_webvtt("", "x")) == Rules{"1:1 vtt-signature"});
  CHECK(places(read_webvtt("webvtt\n", "x")) == Rules{"1:1 vtt-signature", "1:1 vtt-stray-text"});
  CHECK(places(read_webvtt("WEBVTT\nKind: captions\nLanguage: en\n", "x")) ==
        Rules{"2:1 vtt-header", "3:1 vtt-header"});

  const auto glued =
      read_webvtt("WEBVTT\n00:01.000 --> 00:02.000\na\n00:02.000 --> 00:03.000\nb", "x");
  CHECK(places(glued) == Rules{"2:1 vtt-header", "4:1 vtt-blank-line"});
  CHECK(glued.value.cues.size() == 2);

  const auto times = read_webvtt(
      "WEBVTT\n\n00:05.000 --> 00:04.000\na\n\n0:0:01,5 --> 00:02.000\nb\n\nid\n--> 1\nc\n\n"
      "id\n00:09.000 --> 00:10.000\nd\n\nid\n00:11.000 --> 00:12.000\n\nstray",
      "x");
  CHECK(places(times) == Rules{"3:1 vtt-end-before-start", "6:1 vtt-time-format",
                               "6:1 vtt-start-order", "10:1 vtt-timing", "13:1 vtt-duplicate-id",
                               "17:1 vtt-duplicate-id", "18:1 vtt-empty-cue",
                               "20:1 vtt-stray-text"});
  REQUIRE(times.value.cues.size() == 3);
  CHECK(times.value.cues[1].time == cmos::Interval{1500ms, 2000ms});
}

TEST_CASE("broken cue text gets diagnostics at the place of each fault") {
  CHECK(places(read_webvtt(with_cue("R&D & &bogus;"), "x")) ==
        Rules{"4:2 vtt-escape", "4:5 vtt-escape", "4:7 vtt-escape"});
  CHECK(places(read_webvtt(with_cue("a <b>b</i> <x>y"), "x")) ==
        Rules{"4:7 vtt-tag", "4:12 vtt-tag"});
  CHECK(places(read_webvtt(with_cue("a < b"), "x")) == Rules{"4:3 vtt-escape"});
  CHECK(places(read_webvtt(with_cue("<v>a"), "x")) == Rules{"4:1 vtt-tag"});
  CHECK(places(read_webvtt(with_cue("<00:01.500>a\n<00:01.500>b <00:02.000>c <00:1>d"), "x")) ==
        Rules{"5:1 vtt-inner-time", "5:14 vtt-inner-time", "5:27 vtt-inner-time"});
}

TEST_CASE("bytes that are not UTF-8 become replacement characters, with one diagnostic") {
  const auto read =
      read_webvtt(std::string("WEBVTT\n\n00:01.000 --> 00:02.000\na\xFFz\0b", 37), "x");
  CHECK(places(read) == Rules{"4:2 captions-encoding"});
  CHECK(read.value.cues.at(0).lines.at(0).text == "a\uFFFDz\uFFFDb");
}

TEST_CASE("settings that players pass over are told, right ones are not") {
  const auto with_settings = [](const std::string& settings) {
    return places(read_webvtt(
        "WEBVTT\n\nREGION\nid:low lines:3\n\n00:01.000 --> 00:02.000 " + settings + "\na\n", "x"));
  };
  for (const auto* const right :
       {"align:left position:10%,line-left size:35% line:91% vertical:rl region:low", "line:-1",
        "line:0,end", "position:100%", "size:33.3%", "align:center\tline:50.5%,center"}) {
    INFO(right);
    CHECK(with_settings(right).empty());
  }
  for (const auto* const wrong :
       {"align:middle", "position:110%", "position:10%,middle", "size:50", "size:%", "size:1.%",
        "colour:red", "region:nowhere", "vertical:up", "line:", "line:1.5", "line:--1", "align",
        ":start"}) {
    INFO(wrong);
    CHECK(with_settings(wrong) == Rules{"6:25 vtt-setting"});
  }
  CHECK(with_settings("line:5 line:6") == Rules{"6:32 vtt-setting"});
}

TEST_CASE("styles and regions behind the first cue are told") {
  const std::string cue = "00:01.000 --> 00:02.000 region:low\na\n\n";
  CHECK(places(read_webvtt("WEBVTT\n\n" + cue + "STYLE\n::cue {}\n\nREGION\nid:low\n", "x")) ==
        Rules{"3:25 vtt-setting", "6:1 vtt-late-block", "9:1 vtt-late-block"});
}

TEST_CASE("every character reference of HTML is read") {
  const auto read = read_webvtt(
      with_cue("caf&eacute; &hellip; &mdash; &CounterClockwiseContourIntegral; &#x92;&#146;&#0;"),
      "x");
  CHECK(places(read).empty());
  CHECK(read.value.cues.at(0).lines.at(0).text == "café … — ∳ ’’�");
  CHECK(places(read_webvtt(with_cue("&bees; &#; &#x; &#12a; &eacute"), "x")).size() == 5);
}
