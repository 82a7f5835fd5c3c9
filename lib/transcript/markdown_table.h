// Transcripts in tables of Markdown: "| Time | Speaker | Text |".
#pragma once

#include "base/diagnostic_collector.h"
#include "episode/mapped_text.h"
#include "transcript/draft.h"

namespace cmos::transcript {

// Whether the text has a table with a column of speech and one of speakers or times (columns.h).
// A table is GitHub's (GFM 0.29, section 4.10).
bool has_markdown_table(const page::MappedText& body);

// All such tables, one after the other; other lines are no speech. An empty cell for the speaker
// means the one before.
Draft read_markdown_tables(const page::MappedText& body, DiagnosticCollector& diagnostics);

}  // namespace cmos::transcript
