// Forms of one line an utterance or a word, in columns.
#pragma once

#include <string_view>

#include "base/diagnostic_collector.h"
#include "transcript/draft.h"

namespace cmos::transcript {

// All texts are files from `begin` on, in valid UTF-8.

// Columns parted by tabs, commas or semicolons, with a line of titles: start (or begin, from), end,
// text (or body, transcript), speaker (or voice, name). Whole numbers are milliseconds, as Whisper
// has them, where as seconds they would be too long for their rows.
Draft read_table(std::string_view text, std::size_t begin, DiagnosticCollector& diagnostics);
bool is_table_title(std::string_view line);

// Audacity's labels: start, end (seconds) and text, parted by tabs.
Draft read_labels(std::string_view text, std::size_t begin, DiagnosticCollector& diagnostics);

bool is_label_line(std::string_view line);

}  // namespace cmos::transcript
