// The transcript: who says what, and when.
#pragma once

#include "base/diagnostic_collector.h"
#include "episode/episode.h"
#include "episode/mapped_text.h"

namespace cmos::page {

// Fills speakers, turns, words, links and headings. `body` is the page's text without comments.
void read_transcript(const MappedText& body, Episode& episode, DiagnosticCollector& diagnostics);

}  // namespace cmos::page
