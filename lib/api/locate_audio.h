// Where a page's sound lies on this machine.
#pragma once

#include <filesystem>

#include "cmos/captioner.h"
#include "cmos/error.h"

namespace cmos {

// The first that exists of: Settings::audio; each media root + the page's `mp3: file`, then + its
// last part; the page's folder and each above it up to the repository's root (the first that holds
// .git; without one only the page's own) + the path; the page's folder + its last part. The path is
// a site's: it never leads to the file system's root or out of a folder. Rule "mp3-missing": the
// message lists what was tried, the position is the front matter's.
Result<std::filesystem::path> locate_audio(const EpisodePage& page);

}  // namespace cmos
