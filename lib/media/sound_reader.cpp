#include "media/sound_reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>
#include <utility>

#include "media/container.h"
#include "media/ffmpeg_functions.h"

extern "C" {
#include <libavutil/intreadwrite.h>
}

namespace cmos {

namespace {

constexpr const char* kDamaged = "the sound is damaged";
constexpr const char* kGaveUp = "no sound follows for so long that the rest is not looked at";

bool is_mpeg(AVCodecID codec) {
  return codec == AV_CODEC_ID_MP1 || codec == AV_CODEC_ID_MP2 || codec == AV_CODEC_ID_MP3;
}

std::string describe(const MpegSplitter::Piece& piece) {
  if (piece.lost_frames > 0) return kDamaged;
  if (piece.frame.empty() && piece.cut) return "the last frame is cut off";
  return fmt::format("{} bytes that are no sound are skipped", piece.skipped);
}

}  // namespace

Result<SoundReader> SoundReader::open(ByteSource& source, std::size_t track) {
  const auto format = find_format(source);
  if (!format) return tl::unexpected(format.error());
  if (*format != std::string_view("mp3")) {
    auto demuxer = Demuxer::open(source, track);
    if (!demuxer) return tl::unexpected(demuxer.error());
    return with_decoder(SoundReader(std::move(*demuxer), std::nullopt));
  }
  if (const auto loaded = check_ffmpeg(); !loaded) return tl::unexpected(loaded.error());
  auto walk = MpegWalk::open(source);
  if (!walk) return tl::unexpected(walk.error());
  return with_decoder(SoundReader(std::nullopt, std::move(*walk)));
}

Result<SoundReader> SoundReader::with_decoder(SoundReader reader) {
  const auto* const parameters = reader.demuxer_ ? reader.demuxer_->stream().codecpar : nullptr;
  const AVCodec* decoder =
      ffmpeg().avcodec_find_decoder(parameters != nullptr ? parameters->codec_id : AV_CODEC_ID_MP3);
  auto* codec = reader.codec_.get();
  codec->thread_count = 1;
  codec->flags2 |= AV_CODEC_FLAG2_SKIP_MANUAL;  // Delay and padding are taken off by the caller.
  if (decoder == nullptr ||
      (parameters != nullptr &&
       checked(ffmpeg().avcodec_parameters_to_context(codec, parameters)) < 0) ||
      checked(ffmpeg().avcodec_open2(codec, decoder, nullptr)) < 0) {
    return tl::unexpected(
        Error{fmt::format("its sound is of a kind that cannot be decoded ({})", reader.codec()),
              "mp3-undecodable"});
  }
  return reader;
}

SoundReader::SoundReader(std::optional<Demuxer> demuxer, std::optional<MpegWalk> walk)
    : demuxer_(std::move(demuxer)),
      walk_(std::move(walk)),
      codec_(own(ffmpeg().avcodec_alloc_context3(nullptr))),
      packet_(own(ffmpeg().av_packet_alloc())),
      frame_(own(ffmpeg().av_frame_alloc())) {
  if (demuxer_ && is_mpeg(demuxer_->stream().codecpar->codec_id)) splitter_.emplace();
}

std::string SoundReader::codec() const {
  if (layer_ != 0) return fmt::format("mp{}", layer_);
  return ffmpeg().avcodec_get_name(demuxer_ ? demuxer_->stream().codecpar->codec_id
                                            : AV_CODEC_ID_MP3);
}

SoundPiece SoundReader::damage(std::string reason, std::int64_t samples, int sample_rate) const {
  SoundPiece piece;
  piece.damage = std::move(reason);
  piece.samples = samples;
  piece.sample_rate = sample_rate;
  piece.may_be_padding = may_be_padding_;
  return piece;
}

double SoundReader::bit_rate() const {
  return frame_seconds_ > 0 ? static_cast<double>(frame_bytes_) * 8 / frame_seconds_ : 0;
}

Result<std::optional<SoundPiece>> SoundReader::next() {
  for (;;) {
    if (auto piece = receive()) return piece;
    if (drained_) return std::nullopt;
    auto piece = splitter_ || walk_ ? feed_mpeg() : feed();
    if (!piece || *piece) return piece;
  }
}

SoundReader::Piece SoundReader::receive() {
  const int result = checked(ffmpeg().avcodec_receive_frame(codec_.get(), frame_.get()));
  const bool has_frame = result >= 0;
  const auto sent = std::exchange(sent_, {});
  // Of a frame of MPEG audio its header says how long it is, whatever the decoder makes of it.
  if (sent.samples > 0 && (!has_frame || frame_->nb_samples != sent.samples)) {
    return damage(kDamaged, sent.samples, sent.sample_rate);
  }
  if (result == AVERROR(EAGAIN) || result == AVERROR_EOF) return std::nullopt;
  if (!has_frame) return damage(kDamaged, 0, 0);
  SoundPiece piece;
  piece.frame = frame_.get();
  piece.samples = frame_->nb_samples;
  // Not the frame's, because the first one behind a change still carries the old rate.
  piece.sample_rate = sent.samples > 0 ? sent.sample_rate : codec_->sample_rate;
  piece.channels = frame_->ch_layout.nb_channels;
  piece.may_be_padding = may_be_padding_;
  return piece;
}

Result<SoundReader::Piece> SoundReader::feed() {
  const auto read = read_packet();
  if (!read) return tl::unexpected(read.error());
  if (!*read) {
    drain();
    return std::nullopt;
  }
  // A container may declare anything.
  const int rate = std::max(codec_->sample_rate, 1);
  const auto samples =
      ffmpeg().av_rescale_q(packet_->duration, demuxer_->stream().time_base, AVRational{1, rate});
  return send(*packet_, std::clamp<std::int64_t>(samples, 0, rate), rate);
}

// Nothing at the end, and where packets have to be read before more is known.
Result<std::optional<MpegSplitter::Piece>> SoundReader::next_frame() {
  if (!walk_) return splitter_->next();
  auto piece = walk_->next();
  if (!piece) return piece;
  packets_ended_ = !*piece;
  may_be_padding_ = walk_->may_be_padding();
  return piece;
}

Result<SoundReader::Piece> SoundReader::feed_mpeg() {
  const auto next = next_frame();
  if (!next) return tl::unexpected(next.error());
  const auto& piece = *next;
  if (!piece && packets_ended_) {
    drain();
    return walk_ && walk_->gave_up() ? Piece(damage(kGaveUp, 0, 0)) : std::nullopt;
  }
  if (!piece) {
    const auto read = read_packet();
    if (!read) return tl::unexpected(read.error());
    if (*read) {
      splitter_->push({packet_->data, static_cast<std::size_t>(packet_->size)});
      return std::nullopt;
    }
    splitter_->end();
    return demuxer_->gave_up() ? Piece(damage(kGaveUp, 0, 0)) : std::nullopt;
  }
  skipped_bytes_ += piece->skipped;
  // Frames use bits that earlier ones left over: those before the damage would be the wrong ones.
  if (piece->skipped > 0) ffmpeg().avcodec_flush_buffers(codec_.get());
  Piece failure;
  if (!piece->frame.empty()) {
    layer_ = piece->header.layer;
    AVPacket* packet = packet_.get();
    ffmpeg().av_packet_unref(packet);
    packet->data = const_cast<std::uint8_t*>(piece->frame.data());
    packet->size = static_cast<int>(piece->frame.size());
    failure = send(*packet, piece->header.samples, piece->header.sample_rate);
    if (!failure) sent_ = piece->header;
  }
  if (piece->skipped == 0) return failure;
  const auto lost = std::int64_t{piece->lost_frames} * piece->header.samples;
  return damage(describe(*piece), lost + (failure ? failure->samples : 0),
                piece->header.sample_rate);
}

Result<bool> SoundReader::read_packet() {
  auto read = demuxer_->read(*packet_);
  if (!read || !*read) {
    packets_ended_ = true;
    return read;
  }
  padding_ = 0;
  std::size_t size = 0;
  const std::uint8_t* trim =
      ffmpeg().av_packet_get_side_data(packet_.get(), AV_PKT_DATA_SKIP_SAMPLES, &size);
  if (trim != nullptr && size >= 8) {
    delay_ += AV_RL32(trim);
    padding_ = AV_RL32(trim + 4);
  }
  may_be_padding_ = padding_ > 0;
  return true;
}

// Nothing if all is well.
SoundReader::Piece SoundReader::send(const AVPacket& packet, std::int64_t samples,
                                     int sample_rate) {
  const auto size = static_cast<std::uint64_t>(packet.size);
  frame_bytes_ += size;
  frame_seconds_ += static_cast<double>(samples) / sample_rate;
  if (checked(ffmpeg().avcodec_send_packet(codec_.get(), &packet)) >= 0) return std::nullopt;
  damaged_bytes_ += size;
  return damage(kDamaged, samples, sample_rate);
}

void SoundReader::drain() {
  checked(ffmpeg().avcodec_send_packet(codec_.get(), nullptr));
  drained_ = true;
}

}  // namespace cmos
