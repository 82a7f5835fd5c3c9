// Paragraphs become words with their links.
#pragma once

#include "base/diagnostic_collector.h"
#include "episode/mapped_text.h"
#include "episode/quotes.h"
#include "episode/words.h"

namespace cmos::page {

// Line ends in `paragraph` are blanks already; it has at most kMaxInlineSize bytes.
Phrase read_phrase(const MappedText& paragraph, Quotations& quotations,
                   DiagnosticCollector& diagnostics);

}  // namespace cmos::page
