// TTML (Apple's podcasts, broadcasters) and Transcriber's files.
#pragma once

#include <string_view>

#include "base/diagnostic_collector.h"
#include "transcript/draft.h"

namespace cmos::transcript {

// The file from `begin` on. A paragraph's voice is that of its ttm:agent, by the agent's ttm:name
// if it has one. Words in spans of their own need no white space between them. XML that ends too
// early or is none is an error.
Draft read_ttml(std::string_view file, std::size_t begin, DiagnosticCollector& diagnostics);

// Transcriber's .trs: turns, whose speakers are listed at its front, and times inside them.
Draft read_trs(std::string_view file, std::size_t begin, DiagnosticCollector& diagnostics);

}  // namespace cmos::transcript
