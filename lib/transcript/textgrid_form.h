// Praat's TextGrid: a tier for each speaker.
#pragma once

#include <string_view>

#include "base/diagnostic_collector.h"
#include "transcript/draft.h"

namespace cmos::transcript {

// The file from `begin` on, in Praat's long or short form. Tiers of intervals are voices; those of
// points are left out. Of several tiers all intervals are taken in the order of their times.
Draft read_textgrid(std::string_view file, std::size_t begin, DiagnosticCollector& diagnostics);

}  // namespace cmos::transcript
