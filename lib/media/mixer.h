// Frames of any form into one channel. Inside lib/media only.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "media/ffmpeg.h"

namespace cmos {

// Mixes the channels of decoded frames into one by their mean. Where the two channels of stereo
// have opposite signs (one was wired the wrong way round), their sum would cancel the voice: there
// half of their difference is taken instead. A silent channel only halves the other one.
class Mixer {
 public:
  // The frame's samples in one channel, between -1 and 1 (0 for those that are no number); valid
  // until the next call. Empty if the frame cannot be read as samples.
  std::span<const float> mix(const AVFrame& frame);

  // Largest sample of each channel so far.
  std::span<const float> peaks() const { return peaks_; }
  // Share of all channels' samples so far that are at 0.999 or above, up or down.
  double full_scale_share() const;

 private:
  const AVFrame* to_planar_float(const AVFrame& frame);
  void measure(const AVFrame& planar);
  void mix_mono(std::span<const float> channel);
  void mix_stereo(std::span<const float> left, std::span<const float> right, int sample_rate);
  void mix_many(const AVFrame& planar);
  bool opposite(std::span<const float> left, std::span<const float> right, int sample_rate);
  void clip();

  FfmpegPtr<SwrContext> converter_;
  FfmpegPtr<AVFrame> planar_;
  std::vector<float> mono_;
  std::vector<float> peaks_;
  std::uint64_t samples_ = 0;
  std::uint64_t full_scale_ = 0;
  // Of the last half second or so, for stereo.
  double cross_power_ = 0;  // Left times right.
  double power_ = 0;        // Mean of both squares.
  bool opposite_ = false;
};

}  // namespace cmos
