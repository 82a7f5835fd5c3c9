#include "media/mpeg_walk.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <span>

#include "media/container.h"
#include "media/credible.h"

namespace cmos {

namespace {

constexpr std::size_t kBlock = std::size_t{1} << 18U;

// Our choice: what holds no frame for longer, such as gigabytes of zeros, is not looked at.
constexpr std::uint64_t kMostRubbish = std::uint64_t{8} << 20U;

// More padding than a tag can tell (12 bits) does not fit into so many of the shortest frames.
constexpr std::int64_t kMostPaddingFrames = 4096 / 384 + 1;

int channels_of(std::span<const std::uint8_t> frame) {
  return frame[3] >> 6U == 3 ? 1 : 2;  // ISO/IEC 11172-3, 2.4.2.3, mode.
}

}  // namespace

Result<MpegWalk> MpegWalk::open(ByteSource& source) {
  const auto offset = skip_tags(source);
  if (!offset) return tl::unexpected(offset.error());
  return MpegWalk(source, *offset);
}

Result<std::optional<MpegSplitter::Piece>> MpegWalk::next() {
  for (;;) {
    auto piece = splitter_.next();
    if (!piece && ended_) return std::nullopt;
    if (!piece) {
      if (const auto read = read_block(); !read) return tl::unexpected(read.error());
      continue;
    }
    skipped_bytes_ += piece->skipped;
    if (!piece->frame.empty() && frames_ == 0 && !tag_) {
      tag_ = parse_info_tag(piece->frame, piece->header);
      if (tag_) piece->frame = {};
    }
    if (!piece->frame.empty()) count(*piece);
    if (!piece->frame.empty() || piece->skipped > 0) return piece;
  }
}

bool MpegWalk::may_be_padding() const {
  return tag_ && frames_ <= tag_->frames && frames_ + kMostPaddingFrames > tag_->frames;
}

// What the tag says of the end holds if it knows where that is. It is told at one rate.
std::int64_t MpegWalk::padding() const {
  const bool holds = tag_ && tag_->frames == frames_;
  return holds ? std::min<std::int64_t>(tag_->padding, heard_samples_) : 0;
}

Result<AudioInfo> MpegWalk::info() const {
  if (!is_credible_sound(seconds_, whole_bytes_, skipped_bytes_)) {
    return tl::unexpected(no_sound());
  }
  AudioInfo info;
  info.delay_samples = std::min(delay(), samples_);
  info.padding_samples = padding();
  const auto heard = heard_seconds_ - static_cast<double>(info.padding_samples) / last_.sample_rate;
  info.duration = std::chrono::round<Time>(std::chrono::duration<double>(std::max(heard, 0.0)));
  info.size = source_->size();
  info.bit_rate = std::llround(static_cast<double>(whole_bytes_) * 8 / whole_seconds_);
  info.codec = fmt::format("mp{}", last_.layer);
  info.sample_rate = first_.sample_rate;
  info.is_variable_rate = is_variable_rate_;
  return info;
}

Result<void> MpegWalk::read_block() {
  block_.resize(kBlock);
  const auto read = read_fully(*source_, offset_, std::as_writable_bytes(std::span(block_)));
  if (!read) return tl::unexpected(read.error());
  offset_ += *read;
  splitter_.push(std::span(block_).first(*read));
  since_frame_ += *read;
  gave_up_ = since_frame_ > kMostRubbish;
  ended_ = gave_up_ || *read < block_.size();
  if (ended_) splitter_.end();
  return {};
}

void MpegWalk::count(const MpegSplitter::Piece& piece) {
  const auto& header = piece.header;
  const auto frames = 1 + std::int64_t{piece.lost_frames};
  since_frame_ = 0;
  const auto samples = frames * header.samples;
  const auto seconds_of = [&](std::int64_t count) {
    return static_cast<double>(count) / header.sample_rate;
  };
  if (frames_ == 0) {
    first_ = header;
    channels_ = channels_of(piece.frame);
  }
  if (header.mean_size != first_.mean_size) is_variable_rate_ = true;
  const auto heard = std::clamp<std::int64_t>(samples_ + samples - delay(), 0, samples);
  if (header.sample_rate != last_.sample_rate) heard_samples_ = 0;
  heard_samples_ += heard;
  heard_seconds_ += seconds_of(heard);
  frames_ += frames;
  samples_ += samples;
  seconds_ += seconds_of(samples);
  whole_seconds_ += seconds_of(header.samples);
  whole_bytes_ += piece.frame.size();
  last_ = header;
}

}  // namespace cmos
