// The frame in front of the others in which an encoder tells what follows. Inside lib/media only.
#pragma once

#include <cstdint>
#include <optional>
#include <span>

#include "media/mpeg_frame.h"

namespace cmos {

struct InfoTag {
  std::uint32_t frames = 0;  // That follow; 0 if it does not say.
  int delay = 0;             // Samples that a decoder gives in front of the sound,
  int padding = 0;           // and behind it.
};

// Nothing if the frame holds sound. Read as FFmpeg does, so that what is measured agrees with what
// is decoded: Xing and Info (gabriel.mp3-tech.org/mp3infotag.html) and Fraunhofer's VBRI; delay and
// padding only of encoders that are known to tell them.
std::optional<InfoTag> parse_info_tag(std::span<const std::uint8_t> frame,
                                      const MpegHeader& header);

}  // namespace cmos
