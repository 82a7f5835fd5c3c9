// What stands at the page's start between two lines of dashes (YAML) or pluses (TOML), or the JSON
// object in their place.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "base/diagnostic_collector.h"
#include "cmos/source_position.h"
#include "episode/declared_metadata.h"
#include "yaml/yaml.h"

namespace cmos::page {

struct FrontMatter {
  SourceSpan source;     // Between the lines of dashes or pluses; of JSON the whole object.
  std::size_t body;      // First byte behind it.
  bool is_toml = false;  // Else YAML, of which JSON is a part.
};

// Nothing if the first line that is not blank, from `begin` on, is no "---" or "+++", and does not
// begin a JSON object.
std::optional<FrontMatter> find_front_matter(std::string_view page, std::size_t begin,
                                             DiagnosticCollector& diagnostics);

// The map that it is. What YAML cannot read as a whole is read key by key, and what it cannot read
// of these line by line, with a diagnostic; an item of a list that it cannot read is a null. TOML
// that cannot be read is a null, with a diagnostic.
YamlNode read_front_matter(std::string_view page, const FrontMatter& front_matter,
                           DiagnosticCollector& diagnostics);

// Behind the JSON object that begins at `begin`; nothing if it is none or is not closed.
std::optional<std::size_t> end_of_json(std::string_view page, std::size_t begin);

// The entries of the outermost map, of those right inside it, and of the first map of a list there.
Entries collect_entries(const YamlNode& root, DiagnosticCollector& diagnostics);

}  // namespace cmos::page
