#include "media/demuxer.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <cstdio>
#include <span>
#include <string_view>

#include "media/container.h"
#include "media/credible.h"
#include "media/ffmpeg_functions.h"

namespace cmos {

namespace {

constexpr int kBufferSize = 64 * 1024;

// FFmpeg's parser keeps all bytes until it finds a frame: without a limit, gigabytes of zeros would
// fill the memory. A packet of an audio file is far smaller.
constexpr std::uint64_t kMaxBytesPerPacket = std::uint64_t{8} << 20U;

int refuse_to_open(AVFormatContext* /*format*/, AVIOContext** /*io*/, const char* /*url*/,
                   int /*flags*/, AVDictionary** /*options*/) {
  return AVERROR(EACCES);
}

std::string_view language_of(const AVStream& stream) {
  const auto* const entry = ffmpeg().av_dict_get(stream.metadata, "language", nullptr, 0);
  return entry == nullptr ? "und" : entry->value;
}

// Whether a track is another voice, not the same speech in another language.
bool is_same_sound(const AVStream& first, const AVStream& other) {
  return language_of(first) == language_of(other);
}

}  // namespace

Result<void> check_ffmpeg() {
  const auto& failure = ffmpeg().failure;
  if (failure.empty()) return {};
  return tl::unexpected(
      Error{fmt::format("FFmpeg cannot be loaded: {}", failure), "ffmpeg-missing"});
}

Demuxer::Demuxer(ByteSource& source) : input_(new Input(source)) {
  auto* buffer = static_cast<unsigned char*>(ffmpeg().av_malloc(kBufferSize));
  if (buffer == nullptr) throw std::bad_alloc();
  io_.reset(ffmpeg().avio_alloc_context(buffer, kBufferSize, 0, input_.get(), &read_bytes, nullptr,
                                        &seek));
  if (!io_) {
    ffmpeg().av_free(buffer);
    throw std::bad_alloc();
  }
}

Result<Demuxer> Demuxer::open(ByteSource& source, std::size_t track) {
  const auto name = find_format(source);
  if (!name) return tl::unexpected(name.error());
  if (const auto loaded = check_ffmpeg(); !loaded) return tl::unexpected(loaded.error());
  Demuxer demuxer(source);
  AVFormatContext* format = own(ffmpeg().avformat_alloc_context()).release();
  format->pb = demuxer.io_.get();
  format->io_open = &refuse_to_open;
  const int opened =
      ffmpeg().avformat_open_input(&format, nullptr, ffmpeg().av_find_input_format(*name), nullptr);
  if (opened >= 0) demuxer.format_.reset(format);  // Otherwise FFmpeg has freed it.
  if (demuxer.input_->error) return tl::unexpected(*demuxer.input_->error);
  // FFmpeg says the same of a machine without memory and of some headers that are cut off.
  if (opened == AVERROR(ENOMEM)) {
    return tl::unexpected(
        Error{"its header cannot be read: it is damaged, or there is not enough memory",
              "mp3-undecodable"});
  }
  if (opened < 0) return tl::unexpected(no_sound());

  const AVStream* first = nullptr;
  for (AVStream* stream : std::span(format->streams, format->nb_streams)) {
    stream->discard = AVDISCARD_ALL;
    if (stream->codecpar->codec_type != AVMEDIA_TYPE_AUDIO) continue;
    if (first == nullptr) first = stream;
    if (!is_same_sound(*first, *stream)) continue;
    if (demuxer.track_count_++ != track) continue;
    demuxer.stream_ = stream;
    stream->discard = AVDISCARD_DEFAULT;
  }
  if (demuxer.stream_ == nullptr) return tl::unexpected(no_sound());
  return demuxer;
}

Result<bool> Demuxer::read(AVPacket& packet) {
  do {
    ffmpeg().av_packet_unref(&packet);
    input_->budget = kMaxBytesPerPacket;
    const int result = checked(ffmpeg().av_read_frame(format_.get(), &packet));
    if (input_->error) return tl::unexpected(*input_->error);
    if (result < 0) return false;
  } while (packet.stream_index != stream_->index);
  return true;
}

int Demuxer::read_bytes(void* opaque, std::uint8_t* buffer, int size) {
  auto& input = *static_cast<Input*>(opaque);
  auto wanted = static_cast<std::uint64_t>(size);
  if (input.budget) wanted = std::min(wanted, *input.budget);
  input.gave_up = input.gave_up || wanted == 0;
  const auto read =
      read_fully(input.source, input.position,
                 std::as_writable_bytes(std::span(buffer, static_cast<std::size_t>(wanted))));
  if (!read) {
    input.error = read.error();
    return AVERROR(EIO);
  }
  input.position += *read;
  if (input.budget) *input.budget -= *read;
  return *read > 0 ? static_cast<int>(*read) : AVERROR_EOF;
}

std::int64_t Demuxer::seek(void* opaque, std::int64_t offset, int whence) {
  auto& input = *static_cast<Input*>(opaque);
  const auto size = static_cast<std::int64_t>(input.source.size());
  switch (whence & ~AVSEEK_FORCE) {
    case AVSEEK_SIZE:
      return size;
    case SEEK_SET:
      break;
    case SEEK_CUR:
      offset += static_cast<std::int64_t>(input.position);
      break;
    case SEEK_END:
      offset += size;
      break;
    default:
      return AVERROR(EINVAL);
  }
  if (offset < 0) return AVERROR(EINVAL);
  input.position = static_cast<std::uint64_t>(offset);
  return offset;
}

}  // namespace cmos
