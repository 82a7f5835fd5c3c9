// Speakers whose IDs look like one another's.
#pragma once

#include <cstddef>

#include "base/diagnostic_collector.h"
#include "episode/episode.h"

namespace cmos {

// Speakers of a page that are compared, in pairs; a page of more has other faults.
inline constexpr std::size_t kMostSpeakers = 100;

void check_speaker_ids(const Episode& episode, DiagnosticCollector& diagnostics);

}  // namespace cmos
