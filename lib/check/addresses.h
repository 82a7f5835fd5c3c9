// Addresses of links that lead nowhere.
#pragma once

#include <string_view>

#include "base/diagnostic_collector.h"
#include "episode/episode.h"

namespace cmos {

// Looks at all of the page, for links are not only in the transcript.
void check_addresses(const Episode& episode, std::string_view page,
                     DiagnosticCollector& diagnostics);

}  // namespace cmos
