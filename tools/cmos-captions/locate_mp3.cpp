#include "locate_mp3.h"

#include <fmt/format.h>

#include <string>
#include <system_error>

#include "config/find_config.h"

namespace cmos {

namespace {

namespace fs = std::filesystem;

std::vector<fs::path> candidates(const fs::path& page, const std::string& site_path,
                                 const Mp3Search& search) {
  const auto whole = fs::path("/" + site_path).lexically_normal().relative_path();
  const auto last_part = whole.filename();
  const auto page_folder = page.has_parent_path() ? page.parent_path() : fs::path(".");
  std::vector<fs::path> paths;
  for (const auto& root : search.media_roots) {
    paths.push_back(root / whole);
    paths.push_back(root / last_part);
  }
  for (const auto& folder : folders_up(page_folder, {})) paths.push_back(folder / whole);
  paths.push_back(page_folder / last_part);
  return paths;
}

}  // namespace

Result<fs::path> locate_mp3(const fs::path& page, const LineTable& lines,
                            const DeclaredMp3& declared, const Mp3Search& search) {
  std::error_code ignored;
  if (search.file) {
    if (fs::exists(*search.file, ignored)) return *search.file;
    return tl::unexpected(
        Error{fmt::format("the MP3 {} does not exist", search.file->string()), "mp3-missing"});
  }
  if (!declared.file) {
    return tl::unexpected(
        Error{"the page names no MP3: add `file:` under `mp3:`, or give --mp3 FILE, or --no-audio "
              "for times from the stamps",
              "mp3-missing"});
  }
  std::string tried;
  for (const auto& path : candidates(page, declared.file->value, search)) {
    if (fs::is_regular_file(path, ignored)) return path;
    tried += (tried.empty() ? "" : ", ") + path.lexically_normal().string();
  }
  return tl::unexpected(Error{fmt::format("the MP3 {} is not here: give --mp3 or --media-root, or "
                                          "--no-audio for times from the stamps; tried {}",
                                          declared.file->value, tried),
                              "mp3-missing", lines.position(declared.file->source.begin)});
}

}  // namespace cmos
