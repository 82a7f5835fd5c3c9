#include "media/mpeg_splitter.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>

namespace cmos {

namespace {

// How the tags begin that stand between or behind frames: ID3v1, ID3v2, APE, Lyrics3.
bool begins_like_tag(std::span<const std::uint8_t> bytes) {
  using namespace std::string_view_literals;
  return std::ranges::any_of(std::array{"TAG"sv, "ID3"sv, "APETAGEX"sv, "LYRICSBEGIN"sv},
                             [&](std::string_view magic) {
                               return bytes.size() >= magic.size() &&
                                      std::equal(magic.begin(), magic.end(), bytes.begin());
                             });
}

}  // namespace

void MpegSplitter::push(std::span<const std::uint8_t> bytes) {
  buffer_.erase(buffer_.begin(), buffer_.begin() + static_cast<std::ptrdiff_t>(begin_));
  begin_ = 0;
  buffer_.insert(buffer_.end(), bytes.begin(), bytes.end());
}

std::optional<MpegSplitter::Piece> MpegSplitter::next() {
  while (rest().size() >= kMpegHeaderSize) {
    const auto header = parse_mpeg_header(rest());
    switch (judge(header)) {
      case Verdict::unknown:
        return std::nullopt;
      case Verdict::frame: {
        const int lost = lost_frames(*header);
        auto piece = take(header->size);
        piece.header = *header;
        piece.lost_frames = lost;
        last_ = *header;
        contiguous_ = true;
        return piece;
      }
      case Verdict::garbage:
        skip();
    }
  }
  if (!ended_) return std::nullopt;
  while (!rest().empty()) skip();
  if (skipped_ == 0) return std::nullopt;
  if (skipped_zeros_) skipped_a_tag_ = true;  // Padding.
  return take(0);
}

MpegSplitter::Verdict MpegSplitter::judge(const std::optional<MpegHeader>& header) const {
  if (!header) return Verdict::garbage;
  if (rest().size() < header->size) return ended_ ? Verdict::garbage : Verdict::unknown;
  if (contiguous_ && header->kind == last_.kind) return Verdict::frame;
  const auto after = rest().subspan(header->size);
  if (after.size() < kMpegHeaderSize) {
    if (!ended_) return Verdict::unknown;
    return last_.kind == header->kind ? Verdict::frame : Verdict::garbage;
  }
  const auto next = parse_mpeg_header(after);
  return next && next->kind == header->kind ? Verdict::frame : Verdict::garbage;
}

// Skips a byte, and those behind it that cannot begin a header.
void MpegSplitter::skip() {
  const auto bytes = rest();
  if (skipped_ == 0) {
    skipped_a_tag_ = begins_like_tag(bytes);
    const auto header = bytes.size() < kMpegHeaderSize ? std::nullopt : parse_mpeg_header(bytes);
    skipped_a_start_ = contiguous_ && header && header->kind == last_.kind;
  }
  const auto skipped = bytes.first(
      static_cast<std::size_t>(std::find(bytes.begin() + 1, bytes.end(), 0xFF) - bytes.begin()));
  skipped_zeros_ = skipped_zeros_ && std::ranges::all_of(skipped, [](auto b) { return b == 0; });
  skipped_ += skipped.size();
  begin_ += skipped.size();
  contiguous_ = false;
}

int MpegSplitter::lost_frames(const MpegHeader& header) const {
  if (skipped_ == 0 || skipped_a_tag_ || header.kind != last_.kind ||
      header.mean_size != last_.mean_size) {
    return 0;
  }
  const auto bytes = static_cast<double>(skipped_);
  const double frames = std::round(bytes / header.mean_size);
  // Encoders keep the sum of sizes within a byte of what the bit rate says.
  return std::abs(bytes - frames * header.mean_size) <= 1 ? static_cast<int>(frames) : 0;
}

MpegSplitter::Piece MpegSplitter::take(std::size_t size) {
  Piece piece;
  piece.frame = rest().first(size);
  piece.skipped = skipped_a_tag_ ? 0 : skipped_;
  piece.cut = skipped_a_start_;
  begin_ += size;
  skipped_ = 0;
  skipped_a_tag_ = false;
  skipped_zeros_ = true;
  skipped_a_start_ = false;
  return piece;
}

}  // namespace cmos
