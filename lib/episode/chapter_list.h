// The front matter's `chapters:`.
#pragma once

#include <string_view>
#include <vector>

#include "base/diagnostic_collector.h"
#include "cmos/source_position.h"
#include "episode/declared_metadata.h"
#include "episode/episode.h"

namespace cmos::page {

// The list's chapters, each a map of `time`, `title` and, if wanted, `url` and `image`. One without
// a time or a title is left out with a diagnostic. `yaml` is the front matter, `entry` what
// read_front_matter() found under `chapters`.
std::vector<ExplicitChapter> read_chapter_list(std::string_view page, SourceSpan yaml,
                                               const Entry& entry,
                                               DiagnosticCollector& diagnostics);

}  // namespace cmos::page
