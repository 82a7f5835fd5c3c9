#include "api/locate_audio.h"

#include <fmt/format.h>

#include <string>
#include <system_error>

#include "config/find_config.h"

namespace cmos {

namespace {

namespace fs = std::filesystem;

std::vector<fs::path> candidates(const EpisodePage& page, const std::string& site_path) {
  const auto whole = fs::path("/" + site_path).lexically_normal().relative_path();
  const auto last_part = whole.filename();
  const auto page_folder = page.path.has_parent_path() ? page.path.parent_path() : fs::path(".");
  std::vector<fs::path> paths;
  for (const auto& root : page.settings.media_roots) {
    paths.push_back(root / whole);
    paths.push_back(root / last_part);
  }
  for (const auto& folder : folders_up(page_folder, {})) paths.push_back(folder / whole);
  paths.push_back(page_folder / last_part);
  return paths;
}

}  // namespace

Result<fs::path> locate_audio(const EpisodePage& page) {
  std::error_code ignored;
  if (const auto& audio = page.settings.audio) {
    if (fs::exists(*audio, ignored)) return *audio;
    return tl::unexpected(
        Error{fmt::format("the MP3 {} does not exist", audio->string()), "mp3-missing"});
  }
  const auto& declared = page.episode.mp3.file;
  if (!declared) {
    return tl::unexpected(
        Error{"the page names no MP3: add `file:` under `mp3:`, or give --mp3 FILE, or --no-audio "
              "for times from the stamps",
              "mp3-missing"});
  }
  std::string tried;
  for (const auto& path : candidates(page, declared->value)) {
    if (fs::is_regular_file(path, ignored)) return path;
    tried += (tried.empty() ? "" : ", ") + path.lexically_normal().string();
  }
  return tl::unexpected(Error{fmt::format("the MP3 {} is not here: give --mp3 or --media-root, or "
                                          "--no-audio for times from the stamps; tried {}",
                                          declared->value, tried),
                              "mp3-missing", page.page.lines.position(declared->source.begin)});
}

}  // namespace cmos
