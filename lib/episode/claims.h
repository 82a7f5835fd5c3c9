// What the page's head says of the episode, whichever form the head has.
#pragma once

#include <functional>
#include <map>
#include <string>

#include "base/findings.h"
#include "base/source_position.h"
#include "episode/episode.h"

namespace cmos::page {

struct Entry {
  std::string value;       // The scalar's text, whatever type YAML would give it.
  SourceSpan source;       // The scalar's bytes, quotes included.
  bool is_scalar = false;  // Not a list or a map.
};

// By key: "title", "mp3.file". A key without a value has no entry.
using Entries = std::map<std::string, Entry, std::less<>>;

// Fills title, language, mp3, pronunciations and youtube_offset. `head` is where the head begins:
// the place of findings about what it lacks.
void read_claims(const Entries& entries, std::size_t head, Episode& episode, Findings& findings);

}  // namespace cmos::page
