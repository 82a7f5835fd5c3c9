// One channel of any sample rate into kSinkRate. Inside lib/media only.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "media/ffmpeg.h"

namespace cmos {

// How many samples at kSinkRate last as long, to the nearest.
std::int64_t at_sink_rate(std::int64_t samples, int sample_rate);

// By libswresample's polyphase filter with a Kaiser window. Measured at 44.1 and 48 kHz: flat to
// within 0.1 dB up to 6.5 kHz and 0.6 dB up to 6.8 kHz, where the features of speech end; what lies
// above 9 kHz, and would come back below 7 kHz, is at least 70 dB softer.
// No delay: the first sample out is the first one in.
class Resampler {
 public:
  explicit Resampler(int sample_rate);

  int sample_rate() const { return sample_rate_; }
  std::int64_t consumed() const { return consumed_; }  // Samples so far.

  // Results are valid until the next call. Together, process() and drain() give as many samples as
  // the input lasts, to the nearest.
  std::span<const float> process(std::span<const float> samples);
  std::span<const float> drain();

 private:
  void convert(const float* samples, std::size_t count);

  int sample_rate_;
  FfmpegPtr<SwrContext> resampler_;
  std::vector<float> output_;
  std::int64_t consumed_ = 0;
  std::int64_t produced_ = 0;
};

}  // namespace cmos
