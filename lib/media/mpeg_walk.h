// The frames of a file of MPEG audio, and what they tell without being decoded: the one judge of
// whether a file is sound, and of its length. Inside lib/media only.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "cmos/audio.h"
#include "cmos/error.h"
#include "media/byte_source.h"
#include "media/info_tag.h"
#include "media/mpeg_splitter.h"

namespace cmos {

class MpegWalk {
 public:
  // Behind the ID3v2 tags at the start of the source, which must outlive the walk. Rule:
  // "mp3-unreadable".
  static Result<MpegWalk> open(ByteSource& source);

  // The next frame of sound, with what was skipped before it; the frame that holds a tag of the
  // encoder's is none. The piece is valid until the next call. Nothing at the end. Rule:
  // "mp3-unreadable".
  Result<std::optional<MpegSplitter::Piece>> next();

  // Samples that the encoder added to the front. Known with the first frame.
  std::int64_t delay() const { return tag_ ? tag_->delay : 0; }
  // Whether what the encoder added to the end may begin in the frame last given, or in the lost
  // ones before it.
  bool may_be_padding() const;
  // Whether the walk ended because no frame came for too long.
  bool gave_up() const { return gave_up_; }
  int channels() const { return channels_; }  // Of the first frame; 0 before it.

  // At the end: size, duration, bit rate, codec, sample rate, delay and padding. Rule:
  // "mp3-undecodable".
  Result<AudioInfo> info() const;

 private:
  explicit MpegWalk(ByteSource& source, std::uint64_t offset) : source_(&source), offset_(offset) {}

  Result<void> read_block();
  void count(const MpegSplitter::Piece& piece);
  std::int64_t padding() const;

  ByteSource* source_;
  std::uint64_t offset_;
  MpegSplitter splitter_;
  std::vector<std::uint8_t> block_;
  bool ended_ = false;
  bool gave_up_ = false;
  std::uint64_t since_frame_ = 0;  // Bytes read since the last frame.

  std::optional<InfoTag> tag_;
  std::int64_t frames_ = 0;         // Lost ones included.
  std::int64_t samples_ = 0;        // Of them.
  double seconds_ = 0;              // Of them.
  std::int64_t heard_samples_ = 0;  // Of those behind the delay, the last ones that have one rate.
  double heard_seconds_ = 0;        // Of all behind the delay.
  double whole_seconds_ = 0;        // Without the lost ones.
  std::uint64_t whole_bytes_ = 0;
  std::uint64_t skipped_bytes_ = 0;
  int channels_ = 0;
  bool is_variable_rate_ = false;
  MpegHeader first_;
  MpegHeader last_;
};

}  // namespace cmos
