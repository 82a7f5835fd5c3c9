#include "api/locate_audio.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <system_error>
#include <utility>

#include "base/web.h"
#include "config/find_config.h"

namespace cmos {

namespace {

namespace fs = std::filesystem;

// What a sound beside its page is called.
constexpr std::array kSoundSuffixes = {".mp3", ".m4a", ".opus", ".ogg", ".oga", ".flac",
                                       ".wav", ".aac", ".mp4",  ".mka", ".webm"};

// The path of an address, without its query; anything else as it is.
std::string path_of(const std::string& site_path) {
  if (!is_web_address(site_path)) return site_path;
  const auto host = site_path.find("//") + 2;
  const auto path = std::min(site_path.find_first_of("/?#", host), site_path.size());
  return site_path.substr(path, site_path.find_first_of("?#", path) - path);
}

void add_places(const std::string& path, const fs::path& page, const Settings& settings,
                std::vector<fs::path>& places) {
  const auto whole = fs::path("/" + path).lexically_normal().relative_path();
  const auto last_part = whole.filename();
  if (last_part.empty()) return;
  const auto page_folder = page.has_parent_path() ? page.parent_path() : fs::path(".");
  for (const auto& root : settings.media_roots) {
    places.push_back(root / whole);
    places.push_back(root / last_part);
  }
  for (const auto& folder : folders_up(page_folder, {})) places.push_back(folder / whole);
  places.push_back(page_folder / last_part);
}

std::optional<fs::path> sound_beside(const fs::path& page) {
  std::error_code ignored;
  for (const auto* const suffix : kSoundSuffixes) {
    auto file = page;
    if (fs::is_regular_file(file.replace_extension(suffix), ignored)) return file;
  }
  return std::nullopt;
}

}  // namespace

std::vector<fs::path> places_of(const std::string& site_path, const fs::path& page,
                                const Settings& settings) {
  std::vector<fs::path> places;
  const auto path = path_of(site_path);
  add_places(path, page, settings, places);
  const auto decoded = percent_decode(path);
  if (decoded != path) add_places(decoded, page, settings, places);
  return places;
}

Result<fs::path> locate_audio(const EpisodePage& page) {
  std::error_code ignored;
  if (const auto& audio = page.settings.audio) {
    if (fs::exists(*audio, ignored)) return *audio;
    return tl::unexpected(
        Error{fmt::format("the MP3 {} does not exist", audio->string()), "mp3-missing"});
  }
  const auto& declared = page.episode.mp3.file;
  if (!declared) {
    if (auto beside = sound_beside(page.path)) return std::move(*beside);
    return tl::unexpected(Error{
        "the page names no MP3: add `file:` under `mp3:`, or give --audio FILE, or --no-audio "
        "for times from the stamps",
        "mp3-missing"});
  }
  std::string tried;
  for (const auto& path : places_of(declared->value, page.path, page.settings)) {
    if (fs::is_regular_file(path, ignored)) return path;
    tried += (tried.empty() ? "" : ", ") + path.lexically_normal().string();
  }
  return tl::unexpected(Error{fmt::format("the MP3 {} is not here: give --mp3 or --media-root, or "
                                          "--no-audio for times from the stamps; tried {}",
                                          declared->value, tried),
                              "mp3-missing",
                              page.declaring().lines.position(declared->source.begin)});
}

}  // namespace cmos
