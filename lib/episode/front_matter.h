// The YAML between two lines of three dashes at the page's start, or the JSON object in its place.
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
  SourceSpan yaml;          // Between the lines of dashes; of JSON the whole object.
  std::size_t body;         // First byte behind it.
  bool is_readable = true;  // False of TOML.
};

// Nothing if the first line that is not blank, from `begin` on, is no "---", does not begin a JSON
// object and is no "+++", which is TOML, an error.
std::optional<FrontMatter> find_front_matter(std::string_view page, std::size_t begin,
                                             DiagnosticCollector& diagnostics);

// The map that it is. What YAML cannot read as a whole is read key by key, and what it cannot read
// of these line by line, with a diagnostic; an item of a list that it cannot read is a null.
YamlNode read_front_matter(std::string_view page, const FrontMatter& front_matter,
                           DiagnosticCollector& diagnostics);

// The entries of the outermost map and of those right inside it.
Entries collect_entries(const YamlNode& root, DiagnosticCollector& diagnostics);

}  // namespace cmos::page
