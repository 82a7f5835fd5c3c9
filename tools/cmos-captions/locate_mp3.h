// Where a page's MP3 lies on this machine.
#pragma once

#include <filesystem>
#include <optional>
#include <vector>

#include "base/error.h"
#include "episode/episode.h"

namespace cmos {

struct Mp3Search {
  std::optional<std::filesystem::path> file;       // --mp3: taken as it is.
  std::vector<std::filesystem::path> media_roots;  // --media-root, in order.
};

// The first that exists of: the given file; each media root + the page's `mp3: file`, then + its
// last part; the page's folder and each above it up to the repository's root (the first that holds
// .git; without one only the page's own)
// + the path; the page's folder + its last part. The path is a site's: it never leads to the file
// system's root or out of a folder. Rule "mp3-missing": the message lists what was tried, the
// position is the front matter's.
Result<std::filesystem::path> locate_mp3(const std::filesystem::path& page, const LineTable& lines,
                                         const DeclaredMp3& declared, const Mp3Search& search);

}  // namespace cmos
