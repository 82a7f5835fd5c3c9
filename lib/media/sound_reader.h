// Decoded sound, piece by piece. Inside lib/media only.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>

#include "cmos/error.h"
#include "media/byte_source.h"
#include "media/demuxer.h"
#include "media/ffmpeg.h"
#include "media/mpeg_splitter.h"
#include "media/mpeg_walk.h"

namespace cmos {

// What comes next in the sound: a decoded frame, or damage, which lasts as long as the frame that
// could not be decoded (bytes between frames take no time).
struct SoundPiece {
  const AVFrame* frame = nullptr;  // Null: damage. Valid until the next piece is read.
  std::int64_t samples = 0;        // Of each channel.
  int sample_rate = 0;
  int channels = 0;
  bool may_be_padding = false;  // Added by the encoder, if the sound ends with it.
  std::string damage;           // One line.
};

class SoundReader {
 public:
  // The source must outlive the reader. `track` is below track_count(). Rules: "mp3-undecodable",
  // "mp3-unreadable", "ffmpeg-missing".
  static Result<SoundReader> open(ByteSource& source, std::size_t track = 0);

  // At least one.
  std::size_t track_count() const { return demuxer_ ? demuxer_->track_count() : 1; }

  // Nothing at the end. Rules: "mp3-unreadable".
  Result<std::optional<SoundPiece>> next();

  // Of what was read so far:
  std::string codec() const;
  // Samples that the encoder added to the front.
  std::int64_t delay() const { return walk_ ? walk_->delay() : delay_; }
  // Samples that the encoder of what lies in a container added to the end, if this is it.
  std::int64_t padding() const { return padding_; }
  // What the frames of MPEG audio without a container tell; null otherwise.
  const MpegWalk* walk() const { return walk_ ? &*walk_ : nullptr; }
  double bit_rate() const;
  std::uint64_t frame_bytes() const { return frame_bytes_; }      // In frames, damaged or not.
  std::uint64_t damaged_bytes() const { return damaged_bytes_; }  // Of frames.
  std::uint64_t skipped_bytes() const { return skipped_bytes_; }  // Of no frame and no tag.

 private:
  using Piece = std::optional<SoundPiece>;  // Nothing: the decoder may have a frame now.

  SoundReader(std::optional<Demuxer> demuxer, std::optional<MpegWalk> walk);

  static Result<SoundReader> with_decoder(SoundReader reader);
  SoundPiece damage(std::string reason, std::int64_t samples, int sample_rate) const;
  Piece receive();
  Result<Piece> feed();
  Result<Piece> feed_mpeg();
  Result<std::optional<MpegSplitter::Piece>> next_frame();
  Result<bool> read_packet();
  Piece send(const AVPacket& packet, std::int64_t samples, int sample_rate);
  void drain();

  std::optional<Demuxer> demuxer_;  // Of a container,
  std::optional<MpegWalk> walk_;    // or else this.
  FfmpegPtr<AVCodecContext> codec_;
  FfmpegPtr<AVPacket> packet_;
  FfmpegPtr<AVFrame> frame_;
  std::optional<MpegSplitter> splitter_;  // For MPEG audio in a container.
  int layer_ = 0;                         // Of MPEG audio.
  bool packets_ended_ = false;
  bool drained_ = false;
  std::int64_t delay_ = 0;
  std::int64_t padding_ = 0;     // In the packet last read.
  bool may_be_padding_ = false;  // What was sent last.
  MpegHeader sent_;              // Of the frame that was sent last.
  std::uint64_t frame_bytes_ = 0;
  double frame_seconds_ = 0;
  std::uint64_t damaged_bytes_ = 0;
  std::uint64_t skipped_bytes_ = 0;
};

}  // namespace cmos
