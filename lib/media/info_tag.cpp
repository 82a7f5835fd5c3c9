#include "media/info_tag.h"

#include <algorithm>
#include <cstddef>
#include <string_view>

namespace cmos {

namespace {

// Samples by which every decoder of layer III is late.
constexpr int kDecoderDelay = 529;

// Reads past the end as zeros.
class Reader {
 public:
  Reader(std::span<const std::uint8_t> bytes, std::size_t at) : bytes_(bytes), at_(at) {}

  void skip(std::size_t count) { at_ += count; }

  std::uint32_t number(int size) {
    std::uint32_t value = 0;
    for (; size > 0; --size, ++at_) value = value << 8 | (at_ < bytes_.size() ? bytes_[at_] : 0U);
    return value;
  }

  bool take(std::string_view text) {
    if (at_ + text.size() > bytes_.size()) return false;
    const auto here = bytes_.subspan(at_, text.size());
    if (!std::ranges::equal(here, text, {}, {},
                            [](char c) { return static_cast<std::uint8_t>(c); }))
      return false;
    at_ += text.size();
    return true;
  }

 private:
  std::span<const std::uint8_t> bytes_;
  std::size_t at_;
};

std::size_t side_information_size(std::span<const std::uint8_t> frame) {
  const bool is_version1 = (frame[1] & 0x08) != 0;
  const bool is_mono = frame[3] >> 6 == 3;
  if (is_version1) return is_mono ? 17 : 32;
  return is_mono ? 9 : 17;
}

std::optional<InfoTag> read_xing(Reader reader) {
  if (!reader.take("Xing") && !reader.take("Info")) return std::nullopt;
  InfoTag tag;
  const auto fields = reader.number(4);
  if ((fields & 1) != 0) tag.frames = reader.number(4);
  const auto bytes = (fields & 2) != 0 ? reader.number(4) : 0;
  if ((fields & 4) != 0) reader.skip(100);  // Table of contents.
  if ((fields & 8) != 0) reader.skip(4);    // Quality.
  if (tag.frames == 0 && bytes == 0) return std::nullopt;
  const bool tells_delays = reader.take("LAME") || reader.take("Lavf") || reader.take("Lavc");
  if (!tells_delays) return tag;
  reader.skip(17);  // Version, method, lowpass, gains, flags, bit rate.
  const auto delays = static_cast<int>(reader.number(3));
  tag.delay = (delays >> 12) + kDecoderDelay;
  tag.padding = std::max((delays & 0xFFF) - kDecoderDelay, 0);
  return tag;
}

std::optional<InfoTag> read_vbri(Reader reader) {
  if (!reader.take("VBRI") || reader.number(2) != 1) return std::nullopt;
  reader.skip(4);  // Delay, quality.
  const auto bytes = reader.number(4);
  const auto frames = reader.number(4);
  if (frames == 0 && bytes == 0) return std::nullopt;
  return InfoTag{frames, 0, 0};
}

}  // namespace

std::optional<InfoTag> parse_info_tag(std::span<const std::uint8_t> frame,
                                      const MpegHeader& header) {
  if (header.layer != 3) return std::nullopt;
  const auto xing = read_xing({frame, kMpegHeaderSize + side_information_size(frame)});
  return xing ? xing : read_vbri({frame, kMpegHeaderSize + 32});
}

}  // namespace cmos
