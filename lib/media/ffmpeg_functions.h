// The functions of FFmpeg that are used, loaded when they are first needed: its libraries have a
// hundred others behind them, and the loader takes longer for those than a whole run that hears
// nothing. Inside lib/media only.
#pragma once

#include <string>

#include "base/shared_library.h"

extern "C" {
#include <libavcodec/avcodec.h>
#include <libavformat/avformat.h>
#include <libavutil/channel_layout.h>
#include <libavutil/dict.h>
#include <libavutil/frame.h>
#include <libavutil/log.h>
#include <libavutil/macros.h>
#include <libavutil/mathematics.h>
#include <libavutil/mem.h>
#include <libavutil/opt.h>
#include <libswresample/swresample.h>
}

namespace cmos {

// The sonames are those of the headers.
struct Ffmpeg {
  // Keeps FFmpeg from printing to stderr: what matters of its messages comes back as Error and
  // Damage.
  Ffmpeg();

  std::string failure;

  SharedLibrary util{"libavutil.so." AV_STRINGIFY(LIBAVUTIL_VERSION_MAJOR), failure};
  CMOS_LIBRARY_FUNCTION(util, av_channel_layout_copy);
  CMOS_LIBRARY_FUNCTION(util, av_channel_layout_default);
  CMOS_LIBRARY_FUNCTION(util, av_dict_get);
  CMOS_LIBRARY_FUNCTION(util, av_frame_alloc);
  CMOS_LIBRARY_FUNCTION(util, av_frame_free);
  CMOS_LIBRARY_FUNCTION(util, av_free);
  CMOS_LIBRARY_FUNCTION(util, av_log_set_callback);
  CMOS_LIBRARY_FUNCTION(util, av_malloc);
  CMOS_LIBRARY_FUNCTION(util, av_opt_set_double);
  CMOS_LIBRARY_FUNCTION(util, av_opt_set_int);
  CMOS_LIBRARY_FUNCTION(util, av_rescale_q);

  SharedLibrary resample{"libswresample.so." AV_STRINGIFY(LIBSWRESAMPLE_VERSION_MAJOR), failure};
  CMOS_LIBRARY_FUNCTION(resample, swr_alloc);
  CMOS_LIBRARY_FUNCTION(resample, swr_alloc_set_opts2);
  CMOS_LIBRARY_FUNCTION(resample, swr_close);
  CMOS_LIBRARY_FUNCTION(resample, swr_convert);
  CMOS_LIBRARY_FUNCTION(resample, swr_convert_frame);
  CMOS_LIBRARY_FUNCTION(resample, swr_free);
  CMOS_LIBRARY_FUNCTION(resample, swr_get_out_samples);
  CMOS_LIBRARY_FUNCTION(resample, swr_init);

  SharedLibrary codec{"libavcodec.so." AV_STRINGIFY(LIBAVCODEC_VERSION_MAJOR), failure};
  CMOS_LIBRARY_FUNCTION(codec, av_packet_alloc);
  CMOS_LIBRARY_FUNCTION(codec, av_packet_free);
  CMOS_LIBRARY_FUNCTION(codec, av_packet_get_side_data);
  CMOS_LIBRARY_FUNCTION(codec, av_packet_unref);
  CMOS_LIBRARY_FUNCTION(codec, avcodec_alloc_context3);
  CMOS_LIBRARY_FUNCTION(codec, avcodec_find_decoder);
  CMOS_LIBRARY_FUNCTION(codec, avcodec_flush_buffers);
  CMOS_LIBRARY_FUNCTION(codec, avcodec_free_context);
  CMOS_LIBRARY_FUNCTION(codec, avcodec_get_name);
  CMOS_LIBRARY_FUNCTION(codec, avcodec_open2);
  CMOS_LIBRARY_FUNCTION(codec, avcodec_parameters_to_context);
  CMOS_LIBRARY_FUNCTION(codec, avcodec_receive_frame);
  CMOS_LIBRARY_FUNCTION(codec, avcodec_send_packet);

  SharedLibrary format{"libavformat.so." AV_STRINGIFY(LIBAVFORMAT_VERSION_MAJOR), failure};
  CMOS_LIBRARY_FUNCTION(format, av_find_input_format);
  CMOS_LIBRARY_FUNCTION(format, av_read_frame);
  CMOS_LIBRARY_FUNCTION(format, avformat_alloc_context);
  CMOS_LIBRARY_FUNCTION(format, avformat_close_input);
  CMOS_LIBRARY_FUNCTION(format, avformat_open_input);
  CMOS_LIBRARY_FUNCTION(format, avio_alloc_context);
  CMOS_LIBRARY_FUNCTION(format, avio_context_free);
};

// Loaded by the first call of any thread. If its `failure` is not empty, nothing of it may be
// called.
const Ffmpeg& ffmpeg();

}  // namespace cmos
