#include "media/ffmpeg.h"

extern "C" {
#include <libavcodec/avcodec.h>
#include <libavformat/avformat.h>
#include <libavutil/frame.h>
#include <libavutil/mem.h>
#include <libswresample/swresample.h>
}

namespace cmos {

void FfmpegDeleter::operator()(AVCodecContext* codec) const {
  avcodec_free_context(&codec);
}

void FfmpegDeleter::operator()(AVFormatContext* format) const {
  avformat_close_input(&format);
}

void FfmpegDeleter::operator()(AVFrame* frame) const {
  av_frame_free(&frame);
}

void FfmpegDeleter::operator()(AVIOContext* io) const {
  av_free(io->buffer);  // FFmpeg may have replaced the one it was given.
  avio_context_free(&io);
}

void FfmpegDeleter::operator()(AVPacket* packet) const {
  av_packet_free(&packet);
}

void FfmpegDeleter::operator()(SwrContext* resampler) const {
  swr_free(&resampler);
}

}  // namespace cmos
