#include "media/ffmpeg_components.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>

#include "base/components.h"
#include "media/ffmpeg_functions.h"

namespace cmos {

namespace {

// FFmpeg packs three numbers into one (libavutil/version.h).
std::string version_text(unsigned version) {
  return fmt::format("{}.{}.{}", AV_VERSION_MAJOR(version), AV_VERSION_MINOR(version),
                     AV_VERSION_MICRO(version));
}

// All versions are of the type of libavutil's.
Component component(const std::string& soname, const char* version_function) {
  return library_component(
      soname, "captions from sound", true, [&](const SharedLibrary& library) -> std::string {
        const auto version =
            reinterpret_cast<decltype(&::avutil_version)>(library.find(version_function));
        return version == nullptr ? "" : version_text(version());
      });
}

}  // namespace

std::vector<Component> ffmpeg_components() {
  std::vector<Component> all{
      component("libavutil.so." AV_STRINGIFY(LIBAVUTIL_VERSION_MAJOR), "avutil_version"),
      component("libswresample.so." AV_STRINGIFY(LIBSWRESAMPLE_VERSION_MAJOR),
                "swresample_version"),
      component("libavcodec.so." AV_STRINGIFY(LIBAVCODEC_VERSION_MAJOR), "avcodec_version"),
      component("libavformat.so." AV_STRINGIFY(LIBAVFORMAT_VERSION_MAJOR), "avformat_version")};
  // All are there, but one does not have a function that is needed.
  if (std::ranges::all_of(all, &Component::is_usable) && !ffmpeg().failure.empty()) {
    all.back().failure = ffmpeg().failure;
    all.back().stops_captions = true;
  }
  return all;
}

}  // namespace cmos
