// The transcript: who says what, and when.
#pragma once

#include <vector>

#include "base/diagnostic_collector.h"
#include "cmos/source_position.h"
#include "episode/episode.h"
#include "episode/mapped_text.h"

namespace cmos::page {

// Fills speakers, turns, words, links and headings. `body` is what is shown of the page, `sections`
// where in it the transcript lies.
void read_transcript(const MappedText& body, const std::vector<SourceSpan>& sections,
                     Episode& episode, DiagnosticCollector& diagnostics);

}  // namespace cmos::page
