// From a page's text, and the transcript that it names, to the episode.
#pragma once

#include <filesystem>
#include <string>

#include "cmos/captioner.h"
#include "cmos/with_diagnostics.h"

namespace cmos {

// Reads the page as read_transcript() does. Where its front matter names a transcript beside it,
// and it has none between [transcript] and [/transcript], that one is read. `settings` are
// completed. Rule "transcript-file-missing" where it is not here and the page has none of its own.
WithDiagnostics<EpisodePage> read_page(const std::filesystem::path& path, std::string text,
                                       Settings settings);

}  // namespace cmos
