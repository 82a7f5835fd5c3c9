#include "media/ffmpeg.h"

#include "media/ffmpeg_functions.h"

namespace cmos {

void FfmpegDeleter::operator()(AVCodecContext* codec) const {
  ffmpeg().avcodec_free_context(&codec);
}

void FfmpegDeleter::operator()(AVFormatContext* format) const {
  ffmpeg().avformat_close_input(&format);
}

void FfmpegDeleter::operator()(AVFrame* frame) const {
  ffmpeg().av_frame_free(&frame);
}

void FfmpegDeleter::operator()(AVIOContext* io) const {
  ffmpeg().av_free(io->buffer);  // FFmpeg may have replaced the one it was given.
  ffmpeg().avio_context_free(&io);
}

void FfmpegDeleter::operator()(AVPacket* packet) const {
  ffmpeg().av_packet_free(&packet);
}

void FfmpegDeleter::operator()(SwrContext* resampler) const {
  ffmpeg().swr_free(&resampler);
}

}  // namespace cmos
