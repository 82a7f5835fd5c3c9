// Transcripts that are broken, or none.
#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "transcripts.h"

using Strings = std::vector<std::string>;

namespace {

// "2:7 transcript-form-broken" of the first finding.
std::string first(const std::string& file, const std::string& name = "talk.txt") {
  const auto found = transcripts::read(file, name).diagnostics;
  if (found.empty()) return "";
  const auto at = found.front().position.value_or(cmos::SourcePosition{0, 0});
  return std::to_string(at.line) + ":" + std::to_string(at.column) + " " +
         std::string(found.front().rule.name());
}

}  // namespace

TEST_CASE("JSON that breaks off is told where") {
  CHECK(first("{\"segments\":[\n{\"body\":\"Hi.\",}]}") == "2:15 transcript-form-broken");
  CHECK(first("{\"segments\":[") == "1:14 transcript-form-broken");
}

TEST_CASE("JSON of a transcript with another form behind it is told where that begins") {
  const std::string json =
      "{\"segments\":[{\"speaker\":\"Ann\",\"startTime\":0,\"body\":\"Hi.\"}]}\n";
  for (const std::string other :
       {"WEBVTT\n\n00:01.000 --> 00:02.000\nHi.\n", "Ann: Hi.\nBo: Ho.\n", "<tt></tt>\n"}) {
    CAPTURE(other);
    const auto found = transcripts::read(json + other, "talk.json").diagnostics;
    CHECK(found.size() == 1);
    CHECK(first(json + other, "talk.json") == "2:1 transcript-form-broken");
  }
}

TEST_CASE("JSON of an unknown shape is refused") {
  CHECK(first("{\"name\": [1, 2, null, true, {\"x\": -1.5e3}]}") == "1:1 transcript-form-unknown");
  CHECK(first("[{\"id\": 1}]") == "1:1 transcript-form-unknown");
}

TEST_CASE("JSON that is nested too deeply is refused") {
  std::string deep = "{\"a\":";
  for (int i = 0; i < 100'000; ++i) deep += '[';
  CHECK(first(deep).ends_with("transcript-form-broken"));
}

TEST_CASE("XML that breaks off is told where") {
  CHECK(first("<tt><body>\n<p begin=\"1s\">Hi.</div></tt>").ends_with("transcript-form-broken"));
}

TEST_CASE("a TextGrid that breaks off is told where") {
  CHECK(first("File type = \"ooTextFile\"\n\"IntervalTier\" \"Ada\" 0 9 1 0 1 2\n") ==
        "2:28 transcript-form-broken");
}

TEST_CASE("a cue's time that cannot be read is told and its text goes on") {
  const auto read = transcripts::read(
      "WEBVTT\n\n00:01.000 --> 00:02.000\nOne\n\n00:0x.000 --> 00:03.000\ntwo.\n");
  CHECK(transcripts::rules(read.diagnostics) == Strings{"transcript-time-malformed"});
  CHECK(transcripts::turns(read.value) == Strings{"@1000: One two."});
}

TEST_CASE("a second file of captions in the first one is told") {
  const std::string one = "WEBVTT\n\n00:01.000 --> 00:02.000\nOne.\n\n";
  const auto read = transcripts::read(one + one);
  CHECK(transcripts::rules(read.diagnostics) == Strings{"transcript-forms-mixed"});
  CHECK(transcripts::turns(read.value) == Strings{"@1000: One.", "@1000: One."});
}

TEST_CASE("text before captions is told once, and so are captions whose times break off") {
  const auto read = transcripts::read(
      "Ada: Hi.\n\nBo: Ho.\n\n1\n00:00:01,000 --> 00:00:02,000\nOne.\n\n2\n00:00:03,000 --> "
      "00:00:04,000\nTwo.\n");
  CHECK(transcripts::rules(read.diagnostics) == Strings{"transcript-forms-mixed"});
  CHECK(transcripts::turns(read.value) == Strings{"@1000: One.", "@3000: Two."});
  CHECK(first("1\n00:00:01,000 --> 00:00:0") == "2:1 transcript-time-malformed");
}

TEST_CASE("a file without speech is an error") {
  CHECK(first("WEBVTT\n") == "1:1 transcript-empty");
  CHECK(first("https://example.org/\n", "a.txt") == "1:1 transcript-line-unspoken");
  CHECK(transcripts::rules(transcripts::read("https://example.org/\n").diagnostics).back() ==
        "transcript-empty");
  CHECK(first("{\"segments\": []}") == "1:1 transcript-empty");
}
