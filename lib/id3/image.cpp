#include "id3/image.h"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>
#include <system_error>

#include "base/atomic_file.h"

namespace cmos {

namespace {

// First bytes of JPEG (ITU-T T.81, B.2.1: SOI and the next marker) and PNG (W3C PNG, 5.2).
constexpr std::string_view kJpeg = "\xFF\xD8\xFF";
constexpr std::string_view kPng = "\x89PNG\r\n\x1A\n";

namespace fs = std::filesystem;

bool lies_below(const fs::path& path, const fs::path& folder) {
  std::error_code error;
  const auto root = fs::canonical(folder.empty() ? "." : folder, error);
  const auto file = fs::weakly_canonical(path, error);
  return !error && std::ranges::mismatch(root, file).in1 == root.end();
}

}  // namespace

Result<ChapterImage> load_image(const fs::path& folder, const fs::path& image) {
  const auto path = folder / image.relative_path();
  if (!lies_below(path, folder)) {
    return tl::unexpected(
        Error{fmt::format("image {}: it lies outside of the page's folder", path.string()),
              "chapter-image"});
  }
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
