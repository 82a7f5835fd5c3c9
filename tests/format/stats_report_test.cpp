#include "caption/stats.h"
#include "cmos/stats.h"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

using namespace std::chrono_literals;
using cmos::kStyles;
using cmos::StatsReport;

namespace {

StatsReport report() {
  StatsReport result;
  result.file = "x.vtt";
  result.cues = {{{0ms, 1000ms}, {{"", "he wrote the", {}}, {"", "book\nand", {}}}},
                 {{1000ms, 3000ms}, {{"", "went home.", {}}}}};
  result.positions = {{3, 1}, {7, 1}};
  result.stats = cmos::measure_captions(result.cues, kStyles[0], "en");
  return result;
}

}  // namespace

TEST_CASE("figures for people are a table and the worst cues with their positions") {
  CHECK(cmos::write_stats_table({report()}, kStyles[0]) ==
        "file   cues  lines  wider than 42  more than 2 lines  faster than 20/s  median   p90  "
        "too short  with room  too long  overlaps  gaps  bad line ends\n"
        "x.vtt     2      3              0                  0        1 (50.0 %)    21.0  21.0  "
        "        0          0         0         0     0     2 (66.7 %)\n"
        "\n"
        "x.vtt:3:1: 00:00:00.000: 21.0 characters a second; a line ends after an article; a line "
        "ends after a conjunction: he wrote the book and\n");
}

TEST_CASE("figures for programs are JSON") {
  const auto json = nlohmann::json::parse(cmos::write_stats_json({report()}, kStyles[0]));
  CHECK(json["style"] == "netflix");
  const auto& file = json["files"][0];
  CHECK(file["cues"] == 2);
  CHECK(file["badLineEnds"] == 2);
  CHECK(file["lineEnds"]["after an article"] == 1);
  CHECK(file["worst"][0]["line"] == 3);
  CHECK(file["worst"][0]["faults"].size() == 3);
}
