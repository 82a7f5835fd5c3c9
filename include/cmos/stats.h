// How good captions are, whoever made them.
#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>

#include "base/with_diagnostics.h"
#include "cmos/captioner.h"
#include "format/stats_report.h"

namespace cmos {

// Measures the captions against a style: those in a file named .vtt or .srt, or those that would be
// made of a page, with these labels where the settings leave that open. `worst`: so many of the
// worst cues are named.
WithDiagnostics<std::optional<StatsReport>> measure_file(Captioner& captioner,
                                                         const std::filesystem::path& file,
                                                         const Settings& asked, const Style& style,
                                                         std::size_t worst = 10);

}  // namespace cmos
