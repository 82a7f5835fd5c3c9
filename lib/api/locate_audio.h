// Where what a page names lies on this machine.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "cmos/captioner.h"
#include "cmos/error.h"

namespace cmos {

// Where the file at a site's path, or the one that an address names, may lie, the most likely place
// first: each media root + the whole path, then + its last part; the page's folder and each above
// it up to the repository's root (the first that holds .git; without one only the page's own) + the
// path; the page's folder + its last part. The path never leads to the file system's root or out of
// a folder. An address has no scheme, host, query or fragment here, and "%20" is a blank, too.
std::vector<std::filesystem::path> places_of(const std::string& site_path,
                                             const std::filesystem::path& page,
                                             const Settings& settings);

// The first that exists of: Settings::audio; places_of() what the page names; where it names none,
// a file of sound of the page's own name beside it. Rule "mp3-missing": the message lists what was
// tried, the position is the front matter's.
Result<std::filesystem::path> locate_audio(const EpisodePage& page);

}  // namespace cmos
