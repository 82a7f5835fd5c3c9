// FFmpeg's libraries as components (cmos/installation.h).
#pragma once

#include <vector>

#include "cmos/installation.h"

namespace cmos {

std::vector<Component> ffmpeg_components();

}  // namespace cmos
