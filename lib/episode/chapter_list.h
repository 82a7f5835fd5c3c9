// The front matter's `chapters:`.
#pragma once

#include "base/diagnostic_collector.h"
#include "episode/episode.h"
#include "yaml/yaml.h"

namespace cmos::page {

// Fills the episode's chapters: of the list `chapters` of the head, each a map of `time`, `title`
// and, if wanted, `url` and `image`. One without a time or a title is left out, as is an address
// with another scheme than http, https and mailto, with a diagnostic.
void read_chapter_list(const YamlNode& head, Episode& episode, DiagnosticCollector& diagnostics);

}  // namespace cmos::page
