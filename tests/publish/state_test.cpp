#include "publish/state.h"

#include <rapidcheck/catch.h>
#include <catch2/catch.hpp>
#include <string>

#include "support/rule_of.h"
#include "support/temporary_folder.h"

using namespace cmos;

namespace {

std::chrono::sys_seconds utc(int year, unsigned month, unsigned day, int hour, int minute) {
  return std::chrono::sys_days(std::chrono::year(year) / std::chrono::month(month) /
                               std::chrono::day(day)) +
         std::chrono::hours(hour) + std::chrono::minutes(minute);
}

}  // namespace

TEST_CASE("the quota's day begins at midnight in California, summer and winter") {
  CHECK(quota_day(utc(2026, 1, 15, 7, 59)) == "2026-01-14");
  CHECK(quota_day(utc(2026, 1, 15, 8, 0)) == "2026-01-15");
  CHECK(quota_day(utc(2026, 7, 15, 6, 59)) == "2026-07-14");
  CHECK(quota_day(utc(2026, 7, 15, 7, 0)) == "2026-07-15");
  // Clocks go forward at 10:00 UTC of 8 March, back at 9:00 UTC of 1 November.
  CHECK(quota_day(utc(2026, 3, 8, 7, 59)) == "2026-03-07");
  CHECK(quota_day(utc(2026, 3, 9, 6, 59)) == "2026-03-08");
  CHECK(quota_day(utc(2026, 3, 9, 7, 0)) == "2026-03-09");
  CHECK(quota_day(utc(2026, 11, 1, 7, 0)) == "2026-11-01");
  CHECK(quota_day(utc(2026, 11, 2, 7, 59)) == "2026-11-01");
}

TEST_CASE("units of another day do not count") {
  SpentUnits spent;
  spent.add("2026-01-14", 452);
  spent.add("2026-01-14", 50);
  CHECK(spent.on("2026-01-14") == 502);
  CHECK(spent.on("2026-01-15") == 0);
  spent.add("2026-01-15", 1);
  CHECK(spent.on("2026-01-15") == 1);
}

TEST_CASE("what was uploaded survives the way to its file and back") {
  UploadState state;
  state.spent.add("2026-01-14", 452);
  state.tracks[{"Cap7ionS4mp", "en", ""}] = {"id", "2026-01-01T00:00:00Z", "abc"};
  state.tracks[{"Cap7ionS4mp", "en", "\"Büro\"\n"}] = {"id2", "x", "def"};
  state.intents[{"Cap7ionS4mp", "de", ""}] = "1\n00:00:01,000 --> 00:00:02,000\n\"Grüße\"\n";
  const auto read = parse_state(write_state(state));
  REQUIRE(read);
  CHECK(read->tracks == state.tracks);
  CHECK(read->intents == state.intents);
  CHECK(read->spent.on("2026-01-14") == 452);
}

TEST_CASE("a record that is damaged is an error, not an empty one") {
  for (const auto* text : {"", "{}", R"({"quota": {"day": 1, "units": 2}, "tracks": []})",
                           R"({"quota": {"day": "x", "units": 2}, "tracks": [{}]})"}) {
    CAPTURE(text);
    CHECK(rule_of(parse_state(text)) == "state-file");
  }
  rc::prop("any bytes", [](const std::string& text) {
    const auto state = parse_state(text);
    RC_ASSERT(!state);
  });
}

TEST_CASE("one run at a time holds the record, and what it saves is there for the next") {
  const TemporaryFolder folder;
  {
    auto first = StateFile::open(folder.path() / "state");
    REQUIRE(first);
    const auto second = StateFile::open(folder.path() / "state");
    REQUIRE_FALSE(second);
    CHECK(second.error().rule.name() == "upload-busy");
    first->spend("2026-01-14", 7);
    REQUIRE(first->save());
  }
  const auto next = StateFile::open(folder.path() / "state");
  REQUIRE(next);
  CHECK(next->state().spent.on("2026-01-14") == 7);
}
