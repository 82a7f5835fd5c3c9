// What the sound of a file is, and the chapters in it.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "base/with_diagnostics.h"
#include "chapter/chapter.h"
#include "format/chapters_json.h"
#include "format/ffmetadata.h"
#include "media/audio.h"

namespace cmos {

// Decodes the file once: whatever FFmpeg reads. Diagnostics: [mp3-damaged], and why there is no
// result: the rules of analyze_audio().
WithDiagnostics<std::optional<AudioInfo>> probe_sound(const std::filesystem::path& file,
                                                      const AnalysisOptions& options = {});

// docs/formats.md, "probe JSON".
std::string write_probe_json(const AudioInfo& info, const std::string& file);

// The chapters of the ID3 tags at an MP3's start, in order of time, as the file has them: titles
// and links, no images. Rules: docs/id3.md.
WithDiagnostics<std::optional<Chapters>> list_chapters(const std::filesystem::path& file);

}  // namespace cmos
