#include "cmos/time.h"

#include <catch2/catch.hpp>

using namespace std::chrono_literals;
using cmos::format_clock;
using cmos::format_timestamp;
using cmos::parse_clock;

TEST_CASE("clock times of pages are read") {
  CHECK(parse_clock("0:00") == 0ms);
  CHECK(parse_clock("05:32") == 5min + 32s);
  CHECK(parse_clock("118:01") == 118min + 1s);
  CHECK(parse_clock("1:02:03") == 1h + 2min + 3s);
  CHECK(parse_clock("12:34.5") == 12min + 34s + 500ms);
  CHECK(parse_clock("12:34.567") == 12min + 34s + 567ms);
}

TEST_CASE("what is no clock time is refused") {
  for (const auto* text :
       {"", ":", "1", "1:2", "1:60", "99:99", "1:60:00", "1:2:03", " 1:00", "1:00 ", "-1:00",
        "1:-1", "+1:00", "25.01", "1:00.", "1:00.1234", "1:00:00:00", "1000:00", "a:bc"}) {
    CAPTURE(text);
    CHECK_FALSE(parse_clock(text));
  }
}

TEST_CASE("times are written as people and players read them") {
  CHECK(format_clock(59999ms) == "0:59");
  CHECK(format_clock(12min + 5s) == "12:05");
  CHECK(format_clock(1h + 2min + 3s) == "1:02:03");
  CHECK(format_timestamp(1h + 2min + 3s + 45ms, '.') == "01:02:03.045");
  CHECK(format_timestamp(100h, ',') == "100:00:00,000");
}
