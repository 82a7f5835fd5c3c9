#include "cmos/stats.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <utility>

#include "caption/costs.h"
#include "cmos/style_choice.h"
#include "format/plain_text.h"

namespace cmos {

namespace {

using Json = nlohmann::ordered_json;
std::string share(std::size_t count, std::size_t all) {
  if (count == 0) return "0";
  return fmt::format("{} ({:.1f} %)", count,
                     100 * static_cast<double>(count) / static_cast<double>(all));
}

double in_seconds(Time time) {
  return static_cast<double>(time.count()) / 1000;
}

std::string_view name_of(CaptionsSource source) {
  switch (source) {
    case CaptionsSource::webvtt:
      return "WebVTT";
    case CaptionsSource::subrip:
      return "SubRip";
    case CaptionsSource::page:
      break;
  }
  return "page";
}

std::string row(const std::string& name, const std::string& value) {
  return fmt::format("  {:<32}{}\n", name, value);
}

std::string shortest_time(const Style& style) {
  if (style.shortest_a_word == Time(0)) return fmt::format("{} s", in_seconds(style.shortest));
  return fmt::format("{} s a word", in_seconds(style.shortest_a_word));
}

// What the file was taken for, then a line for each figure.
std::string block(const StatsReport& report) {
  const auto& stats = report.stats;
  const auto& style = report.style;
  auto text = fmt::format("{}: {}, {}, against {}\n", report.file, name_of(report.source),
                          report.language, style.name);
  text += row("cues", std::to_string(stats.cues));
  text += row("lines", std::to_string(stats.lines));
  text += row(fmt::format("wider than {} columns", style.line_columns()),
              share(stats.wide_lines, stats.lines));
  text += row(fmt::format("more than {} lines", style.lines), share(stats.tall, stats.cues));
  text +=
      row(fmt::format("faster than {} characters/s", style.speed), share(stats.fast, stats.cues));
  text += row("median, 90th percentile",
              fmt::format("{:.1f}, {:.1f}", stats.median_speed, stats.p90_speed));
  text +=
      row(fmt::format("flashes (under {})", shortest_time(style)),
          fmt::format("{}, {} with room", share(stats.brief, stats.cues), stats.brief_with_room));
  text += row(fmt::format("longer than {} s", in_seconds(style.longest)),
              share(stats.lasting, stats.cues));
  text += row("overlaps", std::to_string(stats.overlaps));
  text += row(fmt::format("gaps under {} s", in_seconds(style.smallest_pause)),
              std::to_string(stats.tiny_gaps + stats.open_gaps));
  text += row("breaks torn", share(stats.torn, stats.lines));
  return text + row("orphans", share(stats.orphans, stats.cues));
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
          {"readAs", name_of(report.source)},
          {"language", report.language},
          {"style", report.style.name},
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
          {"tornBreaks", stats.torn},
          {"orphans", stats.orphans},
          {"worst", worst(report)}};
}

}  // namespace

std::string write_stats_table(const std::vector<StatsReport>& reports) {
  std::string result;
  for (const auto& report : reports) {
    if (!result.empty()) result += '\n';
    result += block(report);
    for (const auto& faulty : report.stats.worst) result += worst_line(report, faulty);
  }
  return result;
}

std::string write_stats_json(const std::vector<StatsReport>& reports) {
  Json files = Json::array();
  for (const auto& report : reports) files.push_back(to_json(report));
  const auto style = reports.empty() ? kStyles[0].name : reports.front().style.name;
  const Json result = {{"version", 1}, {"style", style}, {"files", std::move(files)}};
  return result.dump(2, ' ', false, Json::error_handler_t::replace) + '\n';
}

}  // namespace cmos
