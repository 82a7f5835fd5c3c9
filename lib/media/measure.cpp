#include <string_view>
#include <utility>

#include "media/audio.h"
#include "media/container.h"
#include "media/mpeg_walk.h"

namespace cmos {

Result<AudioInfo> measure_audio(ByteSource& source) {
  if (source.size() == 0) return tl::unexpected(Error{"it is empty (0 bytes)", "mp3-empty"});
  const auto format = find_format(source);
  if (!format) return tl::unexpected(format.error());
  if (*format != std::string_view("mp3")) return analyze_audio(source);
  auto walk = MpegWalk::open(source);
  if (!walk) return tl::unexpected(walk.error());
  for (bool ended = false; !ended;) {
    const auto piece = walk->next();
    if (!piece) return tl::unexpected(piece.error());
    ended = !*piece;
  }
  auto info = walk->info();
  if (!info) return info;
  auto container = find_container(source);
  if (!container) return tl::unexpected(container.error());
  info->container = std::move(*container);
  return info;
}

}  // namespace cmos
