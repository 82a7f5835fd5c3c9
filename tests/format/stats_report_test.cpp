#include "caption/stats.h"
#include "cmos/stats.h"
#include "cmos/style_choice.h"

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
  result.source = cmos::CaptionsSource::webvtt;
  result.stats = cmos::measure_captions(result.cues, kStyles[0], "en");
  return result;
}

}  // namespace

TEST_CASE("figures for people are a line each, below what the file was taken for") {
  CHECK(cmos::write_stats_table({report()}) ==
        "x.vtt: WebVTT, en, against netflix\n"
        "  cues                            2\n"
        "  lines                           3\n"
        "  wider than 42 columns           0\n"
        "  more than 2 lines               0\n"
        "  faster than 20 characters/s     1 (50.0 %)\n"
        "  median, 90th percentile         21.0, 21.0\n"
        "  flashes (under 0.834 s)         0, 0 with room\n"
        "  longer than 7 s                 0\n"
        "  overlaps                        0\n"
        "  gaps under 0.5 s                0\n"
        "  breaks torn                     2 (66.7 %)\n"
        "  orphans                         0\n"
        "x.vtt:3:1: 00:00:00.000: 21.0 characters a second; a line ends after an article; a line "
        "ends after a conjunction: he wrote the book and\n");
  auto other = report();
  other.file = "y.srt";
  other.source = cmos::CaptionsSource::subrip;
  other.language = "ja";
  other.style = *cmos::choose_style({}, "ja");
  const auto both = cmos::write_stats_table({report(), other});
  CHECK_THAT(both, Catch::Contains("\n\ny.srt: SubRip, ja, against netflix\n") &&
                       Catch::Contains("  wider than 26 columns  ") &&
                       Catch::Contains("  faster than 4 characters/s  "));
}

TEST_CASE("figures for programs are JSON") {
  const auto json = nlohmann::json::parse(cmos::write_stats_json({report()}));
  CHECK(json["style"] == "netflix");
  const auto& file = json["files"][0];
  CHECK(file["cues"] == 2);
  CHECK(file["readAs"] == "WebVTT");
  CHECK(file["badLineEnds"] == 2);
  CHECK(file["tornBreaks"] == 2);
  CHECK(file["orphans"] == 0);
  CHECK(file["lineEnds"]["after an article"] == 1);
  CHECK(file["worst"][0]["line"] == 3);
  CHECK(file["worst"][0]["faults"].size() == 3);
}
