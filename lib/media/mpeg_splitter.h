// MPEG audio frames out of bytes that may hold anything between them. Inside lib/media only.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "media/mpeg_frame.h"

namespace cmos {

// FFmpeg's own parser believes every header it sees, so that damage costs it good frames and makes
// noise of bad ones. Here a frame counts if it follows a frame of its kind without a gap, or if the
// next header, where its own says it ends, is of its kind.
//
// Bytes between frames take no time, unless they are as many as a whole number of frames at the bit
// rate around them: then they were frames, and last as long.
class MpegSplitter {
 public:
  struct Piece {
    std::span<const std::uint8_t> frame;  // Empty behind the last one; valid until push().
    MpegHeader header;
    std::uint64_t skipped = 0;  // Bytes before the frame that belong to none and to no tag.
    int lost_frames = 0;        // As many frames like this one were where the skipped bytes are.
    bool cut = false;           // The skipped bytes are the beginning of a frame.
  };

  void push(std::span<const std::uint8_t> bytes);

  // No further bytes come: what is left may be looked at without those that should follow.
  void end() { ended_ = true; }

  // The next frame; nothing if it takes more bytes to know. After end() the pieces are followed by
  // one without a frame if bytes were left over, and then by nothing.
  std::optional<Piece> next();

 private:
  enum class Verdict { frame, garbage, unknown };

  std::span<const std::uint8_t> rest() const { return std::span(buffer_).subspan(begin_); }
  Verdict judge(const std::optional<MpegHeader>& header) const;
  void skip();
  int lost_frames(const MpegHeader& header) const;
  Piece take(std::size_t size);

  std::vector<std::uint8_t> buffer_;
  std::size_t begin_ = 0;  // In buffer_, of what was not yet handed out.
  bool ended_ = false;
  bool contiguous_ = false;       // A frame ends at begin_.
  MpegHeader last_;               // Frame, if any.
  std::uint64_t skipped_ = 0;     // Since the last frame.
  bool skipped_a_tag_ = false;    // What was skipped begins like a tag.
  bool skipped_zeros_ = true;     // What was skipped is nothing but zeros.
  bool skipped_a_start_ = false;  // What was skipped begins like a frame of the last one's kind.
};

}  // namespace cmos
