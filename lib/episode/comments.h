// HTML comments vanish before anything else is read.
#pragma once

#include <cstddef>
#include <string_view>

#include "base/diagnostic_collector.h"
#include "episode/mapped_text.h"

namespace cmos::page {

// The page from `begin` on without its comments. A comment that has its lines to itself takes them
// along, so that it does not part what it stands in.
MappedText without_comments(std::string_view page, std::size_t begin,
                            DiagnosticCollector& diagnostics);

}  // namespace cmos::page
