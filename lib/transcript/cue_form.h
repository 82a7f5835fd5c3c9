// Captions: SRT, WebVTT, SBV.
#pragma once

#include <string_view>

#include "base/diagnostic_collector.h"
#include "transcript/draft.h"

namespace cmos::transcript {

// `text` is the file from `begin` on, valid UTF-8. Voices are those of <v Name>, of names with a
// colon that return, or none, where only changes are marked (">>", "- ").
// Cues that are not in the order of their times are put into it, with a note.
Draft read_cues(std::string_view text, std::size_t begin, DiagnosticCollector& diagnostics);

}  // namespace cmos::transcript
