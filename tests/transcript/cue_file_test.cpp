// The places of cues in a file of captions, and their times written anew.
#include "transcript/cue_file.h"

#include <rapidcheck.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "base/diagnostic_collector.h"

using cmos::Interval;
using cmos::Time;
using namespace std::chrono_literals;
namespace transcript = cmos::transcript;

namespace {

std::vector<transcript::FileCue> cues_of(const std::string& text) {
  const cmos::Page page("a.vtt", text);
  cmos::DiagnosticCollector diagnostics(page);
  return transcript::split_cues(text, 0, diagnostics);
}

// Each cue a second later.
std::string delayed(const std::string& text) {
  const auto cues = cues_of(text);
  std::vector<Interval> times;
  for (const auto& cue : cues) {
    const auto time = cue.times ? cue.times->time : Interval{};
    times.push_back({time.start + 1s, time.end + 1s});
  }
  return transcript::with_new_times(text, cues, times);
}

}  // namespace

TEST_CASE("everything but the times is kept, byte for byte") {
  CHECK(
      delayed("WEBVTT - talk\r\nKind: captions\r\n\r\nSTYLE\r\n::cue { color: red }\r\n\r\nNOTE "
              "00:01\r\n"
              "\r\nid-7\r\n00:01.000 --> 00:02.500  align:start line:0\r\n<v Ada>Who <00:01.500>is "
              "<b>there</b>?\r\n\r\n\r\n") ==
      "WEBVTT - talk\r\nKind: captions\r\n\r\nSTYLE\r\n::cue { color: red }\r\n\r\nNOTE 00:01\r\n"
      "\r\nid-7\r\n00:02.000 --> 00:03.500  align:start line:0\r\n<v Ada>Who <00:02.500>is "
      "<b>there</b>?\r\n\r\n\r\n");
  CHECK(delayed("\n7\n0:00:01,50 --> 00:00:02,000 X1:5\n{\\an8}A: <i>b\n\n\n3\n00:59:59,1 --> "
                "01:00:00\nx") ==
        "\n7\n0:00:02,500 --> 00:00:03,000 X1:5\n{\\an8}A: <i>b\n\n\n3\n01:00:00,100 --> "
        "01:00:01.000\nx");
}

TEST_CASE("times are written as the old ones are") {
  CHECK(delayed("0:00:01.000,0:00:02.000\nx\n") == "0:00:02.000,0:00:03.000\nx\n");
  CHECK(delayed("WEBVTT\n\n0.860 --> 7.380\nx\n") == "WEBVTT\n\n1.860 --> 8.380\nx\n");
  CHECK(delayed("WEBVTT\n\n59:59.500 --> 59:59.900\nx\n") ==
        "WEBVTT\n\n01:00:00.500 --> 01:00:00.900\nx\n");
  CHECK(delayed("WEBVTT\n\n99:99.99x --> 00:02.000\nx\n") ==
        "WEBVTT\n\n99:99.99x --> 00:02.000\nx\n");
}

TEST_CASE("a few steps back are wrong times or a second file, many are another order") {
  const auto cues_at = [](const std::vector<int>& seconds) {
    std::string text = "WEBVTT\n";
    for (const auto second : seconds) {
      text += "\n00:" + std::to_string(second) + ".000 --> 00:59.000\nx\n";
    }
    return cues_of(text);
  };
  CHECK_FALSE(transcript::are_out_of_order(cues_at({10, 11, 12, 13, 14, 15, 16, 17, 11, 18})));
  CHECK(transcript::are_out_of_order(cues_at({14, 11, 19, 13, 12, 15, 18, 17, 11, 16})));
  CHECK_FALSE(transcript::are_out_of_order({}));
}

TEST_CASE("new times can be read back, and those that stay change nothing") {
  CHECK(rc::check([] {
    const std::vector<std::string> pieces = {"WEBVTT",
                                             "\n",
                                             "\n\n",
                                             "\r\n",
                                             "00:01.000 --> 00:02.000",
                                             "1:00:00,5 --> 01:00:01,25 a:b",
                                             "5 --> 6.5",
                                             "-->",
                                             "0:00:01.0,0:00:02.0",
                                             "<00:01.500>",
                                             "word",
                                             "3"};
    std::string text;
    for (const auto& piece :
         *rc::gen::container<std::vector<std::string>>(rc::gen::elementOf(pieces)))
      text += piece;
    const auto cues = cues_of(text);
    std::vector<Interval> same;
    std::vector<Interval> other;
    for (const auto& cue : cues) {
      same.push_back(cue.times ? cue.times->time : Interval{});
      const auto start = Time(*rc::gen::inRange(0, 9'000'000));
      other.push_back({start, start + 1s});
    }
    RC_ASSERT(transcript::with_new_times(text, cues, same) == text);
    const auto written = transcript::with_new_times(text, cues, other);
    const auto read = cues_of(written);
    RC_ASSERT(read.size() == cues.size());
    for (std::size_t i = 0; i < cues.size(); ++i) {
      RC_ASSERT(cues[i].times.has_value() == read[i].times.has_value());
      if (read[i].times) RC_ASSERT(read[i].times->time == other[i]);
    }
  }));
}
