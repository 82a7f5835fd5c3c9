// Pictures that stand for a chapter.
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>

#include "cmos/error.h"

namespace cmos {

// Our choice: players load a tag whole before they play.
constexpr std::size_t kMaxImageSize = std::size_t{1} << 20;

struct ChapterImage {
  std::string media_type;  // "image/jpeg" or "image/png".
  std::string bytes;
};

// Reads a JPEG or PNG file, known by its first bytes, of at most kMaxImageSize, which lies in the
// folder or below, links followed. A path with a slash in front is a site's, not the file system's.
// Rule: "chapter-image".
Result<ChapterImage> load_image(const std::filesystem::path& folder,
                                const std::filesystem::path& image);

}  // namespace cmos
