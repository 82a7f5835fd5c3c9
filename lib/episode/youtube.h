// The video on YouTube that the page shows.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/diagnostic_collector.h"
#include "episode/episode.h"
#include "episode/markup.h"

namespace cmos::page {

// The ID of the page's first {% youtube id="..." %}.
std::optional<Declared<std::string>> find_youtube_id(std::string_view page, const Markup& markup,
                                                     DiagnosticCollector& diagnostics);

}  // namespace cmos::page
