// Somebody's captions get the times of the sound.
#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>

#include "cmos/captioner.h"
#include "cmos/error.h"
#include "cmos/export.h"
#include "cmos/with_diagnostics.h"

namespace cmos {

struct RetimedCaptions {
  std::filesystem::path file;  // That was opened.
  std::string text;            // As it is to be.
  std::size_t cues = 0;        // Of the file.
  std::size_t moved = 0;       // Cues whose times changed.
};

// The captions (SRT, WebVTT, SBV) that were opened, with the times at which their words are heard.
// All bytes but those of times are kept, and all of them where the captions are right
// (docs/retiming.md). Nothing where the file has no cues [captions-missing], where words cannot be
// heard or none is [captions-unheard], and wherever Captioner::time() gives nothing. Cues whose
// words are not in the sound are told [cue-unheard].
CMOS_API WithDiagnostics<std::optional<RetimedCaptions>> retime_captions(
    Captioner& captioner, const EpisodePage& captions);

// Replaces the file whole. The captions' own file may be it; another one that was not written so,
// or was changed since, is left as it is without `force` [output-edited]. Rule: "write-failed".
CMOS_API Result<void> write_retimed(const RetimedCaptions& captions,
                                    const std::filesystem::path& file, bool force);

}  // namespace cmos
