// Chapters as frames: CHAP and CTOC of the ID3v2 Chapter Frame Addendum
// (https://id3.org/id3v2-chapters-1.0).
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "cmos/chapter.h"
#include "cmos/time.h"
#include "cmos/with_diagnostics.h"
#include "id3/tag.h"

namespace cmos {

bool is_chapter_frame(const Id3Frame& frame);

// The table of contents, then the chapters; no frame for none. For a tag of version 3 or 4. In
// version 4 no frame inside a chapter is longer than 127 bytes, as
// readers built on FFmpeg lose such a chapter: a title is cut between characters, a link or an
// image left out, each with a warning. Images are looked for in the folder; those that cannot be
// used are left out with a warning. `file` is the name that diagnostics carry. At most
// kMaxChapters, times from 0 to 2^32 - 2 ms, or the error "chapters-impossible".
Result<WithDiagnostics<std::vector<Id3Frame>>> make_chapter_frames(
    int version, const Chapters& chapters, const std::filesystem::path& image_folder,
    const std::string& file);

// The chapters of a tag of any version, in its order, with titles and links; `image` stays empty.
// What cannot be read, and what players would miss, is among the diagnostics.
WithDiagnostics<Chapters> read_chapter_frames(const Id3Tag& tag, const std::string& file);

// Gives each chapter, in order of time, an end behind its start. `duration` is the sound's, if it
// is known. Diagnostics: "chapter-end", "chapter-behind-sound".
Diagnostics mend_times(Chapters& chapters, std::optional<Time> duration, const std::string& file);

}  // namespace cmos
