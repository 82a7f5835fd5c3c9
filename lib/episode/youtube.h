// The video on YouTube that the page shows.
#pragma once

#include <optional>
#include <string>

#include "base/diagnostic_collector.h"
#include "episode/episode.h"
#include "episode/mapped_text.h"

namespace cmos::page {

// The ID of the first {% youtube id="..." %}. `body` is the page's text without comments.
std::optional<Declared<std::string>> find_youtube_id(const MappedText& body,
                                                     DiagnosticCollector& diagnostics);

}  // namespace cmos::page
