// Captions: SRT, WebVTT, SBV.
#pragma once

#include <string_view>

#include "base/diagnostic_collector.h"
#include "transcript/draft.h"

namespace cmos::transcript {

// `text` is the file from `begin` on, valid UTF-8. Voices are those of <v Name>, of names with a
// colon that return, or none, where only changes are marked (">>", "- ").
Draft read_cues(std::string_view text, std::size_t begin, DiagnosticCollector& diagnostics);

// "00:00:01,000 --> 00:00:02,000" or SBV's "0:00:01.000,0:00:02.000"; what players skip over
// belongs to it, too. Nothing if it is no such line or its times cannot be read.
struct CueTimes {
  Time start;
  SourceSpan source;  // Of the line.
};
std::optional<CueTimes> parse_cue_times(std::string_view line);

}  // namespace cmos::transcript
