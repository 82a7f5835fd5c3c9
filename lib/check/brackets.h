// Brackets inside speech: notes, and what only looks like one.
#pragma once

#include <string_view>

#include "base/diagnostic_collector.h"
#include "episode/episode.h"

namespace cmos {

void check_brackets(const Episode& episode, std::string_view page,
                    DiagnosticCollector& diagnostics);

}  // namespace cmos
