// From a transcript in any form to the episode.
#pragma once

#include <optional>
#include <string>

#include "cmos/episode.h"
#include "cmos/page.h"
#include "cmos/transcript_format.h"
#include "cmos/with_diagnostics.h"

namespace cmos {

// Reads an episode page or a transcript in memory, as parse_episode() does: never fails, and with
// an error among the diagnostics the episode is what could be understood. Without `asked` the form
// is told by the content; where that leaves a doubt a note says what it was taken for. All words
// have their places in the file; a turn's stamp is exact where the form's times are. A voice that
// nobody names is a speaker whose name is empty. `default_language` is BCP 47.
WithDiagnostics<Episode> read_transcript(const Page& file, std::optional<TranscriptFormat> asked,
                                         const std::string& default_language = "en");

}  // namespace cmos
