// What the sound of a file is, and the chapters in it.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "cmos/audio.h"
#include "cmos/chapter.h"
#include "cmos/export.h"
#include "cmos/with_diagnostics.h"

namespace cmos {

// Decodes the file once: whatever FFmpeg reads. Diagnostics: [mp3-damaged], and why there is no
// result: the rules of analyze_audio().
CMOS_API WithDiagnostics<std::optional<AudioInfo>> probe_sound(const std::filesystem::path& file,
                                                               const AnalysisOptions& options = {});

// docs/formats.md, "probe JSON".
CMOS_API std::string write_probe_json(const AudioInfo& info, const std::string& file);

// The chapters of the ID3 tags at an MP3's start, in order of time, as the file has them: titles
// and links, no images. Rules: docs/id3.md.
CMOS_API WithDiagnostics<std::optional<Chapters>> list_chapters(const std::filesystem::path& file);

}  // namespace cmos
