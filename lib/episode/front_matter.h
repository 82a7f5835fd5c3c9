// The YAML between two lines of three dashes at the page's front_matter.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "base/diagnostic_collector.h"
#include "cmos/source_position.h"
#include "episode/declared_metadata.h"

namespace cmos::page {

struct FrontMatter {
  SourceSpan yaml;   // Between the lines of dashes.
  std::size_t body;  // First byte behind the second one.
};

// Nothing if the first line that is not blank, from `begin` on, is no "---".
std::optional<FrontMatter> find_front_matter(std::string_view page, std::size_t begin,
                                             DiagnosticCollector& diagnostics);

// What YAML cannot read is read line by line, with a diagnostic.
Entries read_front_matter(std::string_view page, SourceSpan yaml, DiagnosticCollector& diagnostics);

}  // namespace cmos::page
