#include "cmos/stats.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <string_view>
#include <utility>

#include "base/unicode.h"
#include "caption/costs.h"
#include "format/plain_text.h"

namespace cmos {

namespace {

using Json = nlohmann::ordered_json;
using Row = std::vector<std::string>;

std::string share(std::size_t count, std::size_t all) {
  if (count == 0) return "0";
  return fmt::format("{} ({:.1f} %)", count,
                     100 * static_cast<double>(count) / static_cast<double>(all));
}

Row head(const Style& style) {
  return {"file",
          "cues",
          "lines",
          fmt::format("wider than {}", style.width),
          fmt::format("more than {} lines", style.lines),
          fmt::format("faster than {}/s", style.speed),
          "median",
          "p90",
          "too short",
          "with room",
          "too long",
          "overlaps",
          "gaps",
          "bad line ends"};
}

Row row(const StatsReport& report) {
  const auto& stats = report.stats;
  return {report.file,
          std::to_string(stats.cues),
          std::to_string(stats.lines),
          share(stats.wide_lines, stats.lines),
          share(stats.tall, stats.cues),
          share(stats.fast, stats.cues),
          fmt::format("{:.1f}", stats.median_speed),
          fmt::format("{:.1f}", stats.p90_speed),
          share(stats.brief, stats.cues),
          std::to_string(stats.brief_with_room),
          share(stats.lasting, stats.cues),
          std::to_string(stats.overlaps),
          std::to_string(stats.tiny_gaps + stats.open_gaps),
          share(stats.bad_line_ends, stats.lines)};
}

std::string aligned(const std::vector<Row>& rows) {
  std::vector<std::size_t> widths(rows[0].size());
  for (const auto& row : rows) {
    for (std::size_t i = 0; i < row.size(); ++i) {
      widths[i] = std::max(widths[i], count_graphemes(row[i]));
    }
  }
  std::string result;
  for (const auto& row : rows) {
    for (std::size_t i = 0; i < row.size(); ++i) {
      const std::string gap(widths[i] - count_graphemes(row[i]), ' ');
      result += i == 0 ? row[i] + gap : "  " + gap + row[i];
    }
    result += '\n';
  }
  return result;
}

std::string joined(const std::vector<std::string>& parts) {
  return fmt::format("{}", fmt::join(parts, "; "));
}

std::string worst_line(const StatsReport& report, const FaultyCue& faulty) {
  const auto& cue = report.cues[faulty.cue];
  std::string place = report.file;
  if (!report.positions.empty()) {
    const auto position = report.positions[faulty.cue];
    place += fmt::format(":{}:{}", position.line, position.column);
  }
  return fmt::format("{}: {}: {}: {}\n", place, format_timestamp(cue.time.start, '.'),
                     joined(faulty.faults), text_of(cue));
}

double in_seconds(Time time) {
  return static_cast<double>(time.count()) / 1000;
}

Json line_ends(const CaptionStats& stats) {
  Json result = Json::object();
  for (std::size_t i = 0; i < stats.line_ends.size(); ++i) {
    result[std::string(kLineEndCosts[i].name)] = stats.line_ends[i];
  }
  return result;
}

Json worst(const StatsReport& report) {
  Json result = Json::array();
  for (const auto& faulty : report.stats.worst) {
    const auto& cue = report.cues[faulty.cue];
    Json entry = {{"cue", faulty.cue + 1}};
    if (!report.positions.empty()) {
      entry["line"] = report.positions[faulty.cue].line;
      entry["column"] = report.positions[faulty.cue].column;
    }
    entry["start"] = in_seconds(cue.time.start);
    entry["end"] = in_seconds(cue.time.end);
    entry["text"] = text_of(cue);
    entry["faults"] = faulty.faults;
    result.push_back(std::move(entry));
  }
  return result;
}

Json to_json(const StatsReport& report) {
  const auto& stats = report.stats;
  return {{"file", report.file},
          {"cues", stats.cues},
          {"lines", stats.lines},
          {"words", stats.words},
          {"wideLines", stats.wide_lines},
          {"wideWords", stats.wide_words},
          {"tallCues", stats.tall},
          {"fastCues", stats.fast},
          {"fastUnexplained", stats.fast_unexplained},
          {"medianSpeed", stats.median_speed},
          {"p90Speed", stats.p90_speed},
          {"shortCues", stats.brief},
          {"shortWithRoom", stats.brief_with_room},
          {"longCues", stats.lasting},
          {"overlaps", stats.overlaps},
          {"tinyGaps", stats.tiny_gaps},
          {"openGaps", stats.open_gaps},
          {"dialogues", stats.dialogues},
          {"badLineEnds", stats.bad_line_ends},
          {"lineEnds", line_ends(stats)},
          {"worst", worst(report)}};
}

}  // namespace

std::string write_stats_table(const std::vector<StatsReport>& reports, const Style& style) {
  std::vector<Row> rows = {head(style)};
  for (const auto& report : reports) rows.push_back(row(report));
  auto result = aligned(rows);
  for (const auto& report : reports) {
    if (!report.stats.worst.empty()) result += '\n';
    for (const auto& faulty : report.stats.worst) result += worst_line(report, faulty);
  }
  return result;
}

std::string write_stats_json(const std::vector<StatsReport>& reports, const Style& style) {
  Json files = Json::array();
  for (const auto& report : reports) files.push_back(to_json(report));
  const Json result = {{"version", 1}, {"style", style.name}, {"files", std::move(files)}};
  return result.dump(2, ' ', false, Json::error_handler_t::replace) + '\n';
}

}  // namespace cmos
