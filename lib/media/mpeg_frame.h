// Headers of MPEG audio frames. Inside lib/media only.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>

namespace cmos {

constexpr std::size_t kMpegHeaderSize = 4;

struct MpegHeader {
  std::size_t size = 0;  // Bytes of the frame, its header included.
  double mean_size = 0;  // Of frames with and without a padding byte, at this bit rate.
  int layer = 0;         // 1 to 3; MP3 is 3.
  int samples = 0;       // Of each channel.
  int sample_rate = 0;
  std::uint32_t kind = 0;  // Version, layer and sample rate: the same in all frames of a stream.
};

// Reads the frame header at the front of at least kMpegHeaderSize bytes; nothing if there is none
// (ISO/IEC 11172-3, 2.4.1.3; 13818-3 for the lower sample rates; MPEG 2.5, which is Fraunhofer's,
// for 8 to 12 kHz). Frames of free format have no size in their header and are not known to FFmpeg
// either: nothing.
std::optional<MpegHeader> parse_mpeg_header(std::span<const std::uint8_t> bytes);

}  // namespace cmos
