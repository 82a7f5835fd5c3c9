// Packets of the sound in a file of any format FFmpeg knows. Inside lib/media only.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>

#include "cmos/error.h"
#include "media/byte_source.h"
#include "media/ffmpeg.h"

struct AVStream;

namespace cmos {

// Whether FFmpeg's libraries can be used. Rule: "ffmpeg-missing".
Result<void> check_ffmpeg();

class Demuxer {
 public:
  // The source must outlive the demuxer. `track` is below track_count(). Rules: "mp3-undecodable",
  // "mp3-unreadable", "ffmpeg-missing".
  static Result<Demuxer> open(ByteSource& source, std::size_t track = 0);

  // Of sound; those in another language than the first one do not count.
  std::size_t track_count() const { return track_count_; }

  // The track (pictures and other streams are ignored).
  const AVStream& stream() const { return *stream_; }

  // Fills the packet with the next one of the stream; false at the end of the sound. Rules:
  // "mp3-unreadable".
  Result<bool> read(AVPacket& packet);

  // Whether read() met the end of its patience instead of the file's.
  bool gave_up() const { return input_->gave_up; }

 private:
  // What FFmpeg's callbacks work on; its address must not change.
  struct Input {
    explicit Input(ByteSource& bytes) : source(bytes) {}

    ByteSource& source;
    std::uint64_t position = 0;
    std::optional<std::uint64_t> budget;  // Bytes that may still be read; unlimited if none.
    bool gave_up = false;                 // There was none left.
    std::optional<Error> error;           // Why reading failed.
  };

  explicit Demuxer(ByteSource& source);
  static int read_bytes(void* input, std::uint8_t* buffer, int size);
  static std::int64_t seek(void* input, std::int64_t offset, int whence);

  std::unique_ptr<Input> input_;
  FfmpegPtr<AVIOContext> io_;
  FfmpegPtr<AVFormatContext> format_;
  AVStream* stream_ = nullptr;
  std::size_t track_count_ = 0;
};

}  // namespace cmos
