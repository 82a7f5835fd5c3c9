// Figures about captions, for people and for programs.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/source_position.h"
#include "caption/stats.h"

namespace cmos {

// Captions of one source, measured.
struct StatsReport {
  std::string file;                       // As the user named it.
  Cues cues;                              // That were measured.
  std::vector<SourcePosition> positions;  // Of the cues in the file; empty where there is none.
  CaptionStats stats;
};

// A line for each report, then the worst cues with their positions and times, one line each.
std::string write_stats_table(const std::vector<StatsReport>& reports, const Style& style);

// {"version":1,"style":..,"files":[..]}; docs/formats.md says more.
std::string write_stats_json(const std::vector<StatsReport>& reports, const Style& style);

}  // namespace cmos
