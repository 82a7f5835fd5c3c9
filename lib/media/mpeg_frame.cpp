#include "media/mpeg_frame.h"

#include <array>

namespace cmos {

namespace {

// Kilobits a second by bitrate_index, from 1 to 14.
using BitRates = std::array<int, 15>;
constexpr BitRates kVersion1Layer1{0,   32,  64,  96,  128, 160, 192, 224,
                                   256, 288, 320, 352, 384, 416, 448};
constexpr BitRates kVersion1Layer2{0,   32,  48,  56,  64,  80,  96, 112,
                                   128, 160, 192, 224, 256, 320, 384};
constexpr BitRates kVersion1Layer3{0,   32,  40,  48,  56,  64,  80, 96,
                                   112, 128, 160, 192, 224, 256, 320};
constexpr BitRates kVersion2Layer1{0,   32,  48,  56,  64,  80,  96, 112,
                                   128, 144, 160, 176, 192, 224, 256};
constexpr BitRates kVersion2Layers23{0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160};

constexpr std::array<int, 3> kSampleRates{44100, 48000, 32000};

const BitRates& bit_rates(bool version1, int layer) {
  if (!version1) return layer == 1 ? kVersion2Layer1 : kVersion2Layers23;
  if (layer == 1) return kVersion1Layer1;
  return layer == 2 ? kVersion1Layer2 : kVersion1Layer3;
}

int samples_per_frame(bool version1, int layer) {
  if (layer == 1) return 384;
  return layer == 3 && !version1 ? 576 : 1152;
}

}  // namespace

std::optional<MpegHeader> parse_mpeg_header(std::span<const std::uint8_t> bytes) {
  std::uint32_t bits = 0;
  for (const std::uint8_t byte : bytes.first(kMpegHeaderSize)) bits = bits << 8 | byte;
  const std::uint32_t version = bits >> 19 & 3;  // 0: 2.5, 1: reserved, 2: 2, 3: 1.
  const int layer = 4 - static_cast<int>(bits >> 17 & 3);
  const std::uint32_t bit_rate_index = bits >> 12 & 15;
  const std::uint32_t rate_index = bits >> 10 & 3;
  const bool synchronised = bits >> 21 == 0x7FF;
  if (!synchronised || version == 1 || layer == 4 || bit_rate_index == 0 || bit_rate_index == 15 ||
      rate_index == 3) {
    return std::nullopt;
  }
  const bool version1 = version == 3;
  MpegHeader header;
  header.layer = layer;
  header.sample_rate = kSampleRates[rate_index] >> (version1 ? 0 : version == 2 ? 1 : 2);
  header.samples = samples_per_frame(version1, layer);
  header.kind = bits & (3U << 19 | 3U << 17 | 3U << 10);
  // Layer I counts in slots of four bytes.
  const int slot = layer == 1 ? 4 : 1;
  const int bit_rate = bit_rates(version1, layer)[bit_rate_index] * 1000;
  const int padding = static_cast<int>(bits >> 9 & 1);
  const int slots = header.samples / 8 / slot * bit_rate / header.sample_rate + padding;
  header.size = static_cast<std::size_t>(slots) * static_cast<std::size_t>(slot);
  header.mean_size = header.samples / 8. * bit_rate / header.sample_rate;
  return header;
}

}  // namespace cmos
