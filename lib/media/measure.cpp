#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "media/audio.h"
#include "media/container.h"
#include "media/credible.h"
#include "media/info_tag.h"
#include "media/mpeg_splitter.h"

namespace cmos {

namespace {

constexpr std::size_t kBlock = std::size_t{1} << 18U;

// Counts frames as they come.
class FrameCounter {
 public:
  void add(const MpegSplitter::Piece& piece) {
    skipped_bytes_ += piece.skipped;
    if (piece.frame.empty()) return;
    const auto& header = piece.header;
    if (frames_ == 0 && !tag_) {
      tag_ = parse_info_tag(piece.frame, header);
      if (tag_) return;
    }
    const auto frames = 1 + std::int64_t{piece.lost_frames};
    const auto frame_seconds = static_cast<double>(header.samples) / header.sample_rate;
    frames_ += frames;
    seconds_ += static_cast<double>(frames) * frame_seconds;
    whole_seconds_ += frame_seconds;
    whole_bytes_ += piece.frame.size();
    last_ = header;
  }

  Result<AudioInfo> info(std::uint64_t size) const {
    if (!is_credible_sound(seconds_, whole_bytes_, skipped_bytes_)) {
      return tl::unexpected(no_sound());
    }
    AudioInfo info;
    if (tag_) {
      info.delay_samples = tag_->delay;
      // What the tag says of the end holds if it knows where that is.
      if (tag_->frames == frames_) info.padding_samples = tag_->padding;
    }
    const auto unheard = static_cast<double>(info.delay_samples + info.padding_samples);
    const auto heard = std::max(seconds_ - unheard / last_.sample_rate, 0.0);
    info.duration = std::chrono::round<Time>(std::chrono::duration<double>(heard));
    info.size = size;
    info.bit_rate = std::llround(static_cast<double>(whole_bytes_) * 8 / whole_seconds_);
    info.codec = fmt::format("mp{}", last_.layer);
    info.sample_rate = last_.sample_rate;
    return info;
  }

 private:
  std::optional<InfoTag> tag_;
  std::int64_t frames_ = 0;   // Lost ones included.
  double seconds_ = 0;        // Of them.
  double whole_seconds_ = 0;  // Without the lost ones.
  std::uint64_t whole_bytes_ = 0;
  std::uint64_t skipped_bytes_ = 0;
  MpegHeader last_;
};

}  // namespace

Result<AudioInfo> measure_audio(ByteSource& source) {
  if (source.size() == 0) return tl::unexpected(Error{"it is empty (0 bytes)", "mp3-empty"});
  const auto format = find_format(source);
  if (!format) return tl::unexpected(format.error());
  if (*format != std::string_view("mp3")) return analyze_audio(source);
  auto offset = skip_tags(source);
  if (!offset) return tl::unexpected(offset.error());
  MpegSplitter splitter;
  FrameCounter counter;
  std::vector<std::uint8_t> block(kBlock);
  for (bool ended = false; !ended;) {
    const auto read = read_fully(source, *offset, std::as_writable_bytes(std::span(block)));
    if (!read) return tl::unexpected(read.error());
    *offset += *read;
    splitter.push(std::span(block).first(*read));
    ended = *read < block.size();
    if (ended) splitter.end();
    while (const auto piece = splitter.next()) counter.add(*piece);
  }
  auto info = counter.info(source.size());
  if (!info) return info;
  auto container = find_container(source);
  if (!container) return tl::unexpected(container.error());
  info->container = std::move(*container);
  return info;
}

}  // namespace cmos
