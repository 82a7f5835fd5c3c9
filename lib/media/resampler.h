// One channel of any sample rate into kSinkRate. Inside lib/media only.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "media/ffmpeg.h"

namespace cmos {

// By libswresample's polyphase filter with a Kaiser window. Measured at 44.1 and 48 kHz: flat to
// within 0.1 dB up to 6.5 kHz and 0.6 dB up to 6.8 kHz, where the features of speech end; what lies
// above 9 kHz, and would come back below 7 kHz, is at least 70 dB softer.
// No delay: the first sample out is the first one in.
class Resampler {
 public:
  explicit Resampler(int sample_rate);

  int sample_rate() const { return sample_rate_; }
  std::int64_t consumed() const { return consumed_; }  // Samples so far.

  // Results are valid until the next call. drain() gives what process() has not given yet, as
  // `count` samples: libswresample rounds its own way at the end.
  std::span<const float> process(std::span<const float> samples);
  std::span<const float> drain(std::int64_t count);

 private:
  void convert(const float* samples, std::size_t count);

  int sample_rate_;
  FfmpegPtr<SwrContext> resampler_;
  std::vector<float> output_;
  std::int64_t consumed_ = 0;
};

}  // namespace cmos
