#include "media/ffmpeg_functions.h"

#include "media/audio.h"

namespace cmos {

Ffmpeg::Ffmpeg() {
  if (!failure.empty()) return;
  av_log_set_callback([](void* /*context*/, int /*level*/, const char* /*format*/, va_list) {});
}

const Ffmpeg& ffmpeg() {
  static const Ffmpeg functions;
  return functions;
}

void load_ffmpeg() {
  ffmpeg();
}

}  // namespace cmos
