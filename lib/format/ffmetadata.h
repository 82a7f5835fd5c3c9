// Chapters as FFmpeg's metadata file: .ffmetadata.
#pragma once

#include <string>

#include "chapter/chapter.h"

namespace cmos {

// What `ffmpeg -i episode.mp3 -i episode.ffmetadata -map_metadata 1 ...` reads
// (ffmpeg.org/ffmpeg-formats.html, "Metadata"); times in milliseconds.
std::string write_ffmetadata(const Chapters& chapters);

}  // namespace cmos
