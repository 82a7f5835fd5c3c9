// Where the transcript lies in the page's text.
#pragma once

#include <vector>

#include "base/diagnostic_collector.h"
#include "cmos/source_position.h"
#include "episode/mapped_text.h"

namespace cmos::page {

// Whole lines of the body between [transcript] and [/transcript]. Usually one range; one more for
// each further [transcript]. None (and an error) if there is none.
std::vector<SourceSpan> find_transcript(const MappedText& body, DiagnosticCollector& diagnostics);

}  // namespace cmos::page
