#include "id3/image.h"

#include <fmt/format.h>

#include <string_view>

#include "base/atomic_file.h"

namespace cmos {

namespace {

// First bytes of JPEG (ITU-T T.81, B.2.1: SOI and the next marker) and PNG (W3C PNG, 5.2).
constexpr std::string_view kJpeg = "\xFF\xD8\xFF";
constexpr std::string_view kPng = "\x89PNG\r\n\x1A\n";

}  // namespace

Result<ChapterImage> load_image(const std::filesystem::path& path) {
  auto bytes = read_file(path, kMaxImageSize);
  if (!bytes) {
    return tl::unexpected(
        Error{fmt::format("image {}: {}", path.string(), bytes.error().message), "chapter-image"});
  }
  if (bytes->starts_with(kJpeg)) return ChapterImage{"image/jpeg", std::move(*bytes)};
  if (bytes->starts_with(kPng)) return ChapterImage{"image/png", std::move(*bytes)};
  return tl::unexpected(
      Error{fmt::format("image {}: it is neither JPEG nor PNG", path.string()), "chapter-image"});
}

}  // namespace cmos
