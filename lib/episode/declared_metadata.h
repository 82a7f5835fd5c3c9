// What the page's front matter says of the episode, whichever form it has.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/diagnostic_collector.h"
#include "cmos/source_position.h"
#include "episode/episode.h"

namespace cmos::page {

struct Entry {
  std::string value;       // The scalar's text, whatever type YAML would give it.
  SourceSpan source;       // The scalar's bytes, quotes included.
  bool is_scalar = false;  // Not a list or a map.
  // Of a list: its scalars, and what its maps have as `name`.
  std::vector<std::string> items = {};
};

// By key: "title", "mp3.file". A key without a value has no entry.
using Entries = std::map<std::string, Entry, std::less<>>;

// Fills title, language, mp3, pronunciations, youtube_offset and transcript_file. `front_matter` is
// where the front matter begins: the place of diagnostics about what it lacks; nothing if that is
// not to be told, since it is not of this project's dialect.
void read_declared_metadata(const Entries& entries, std::optional<std::size_t> front_matter,
                            Episode& episode, DiagnosticCollector& diagnostics);

}  // namespace cmos::page
