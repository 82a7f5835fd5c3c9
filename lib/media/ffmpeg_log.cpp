#include "media/ffmpeg_log.h"

extern "C" {
#include <libavutil/log.h>
}

namespace cmos {

void silence_ffmpeg_log() {
  av_log_set_callback([](void* /*context*/, int /*level*/, const char* /*format*/, va_list) {});
}

}  // namespace cmos
