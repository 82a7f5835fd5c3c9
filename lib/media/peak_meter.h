// The waveform as it is drawn.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "media/audio.h"

namespace cmos {

// Peaks a second.
constexpr std::size_t kPeakRate = 100;

// The largest sample of each 10 ms, from 0 to 255 for full scale.
class PeakMeter : public SampleSink {
 public:
  void consume(std::span<const float> samples) override;
  void finish() override;  // The last peak may be of less.

  std::vector<std::uint8_t> take() && { return std::move(peaks_); }

 private:
  void end_peak();

  std::vector<std::uint8_t> peaks_;
  std::size_t count_ = 0;  // Samples of the peak at hand.
  float largest_ = 0;
};

}  // namespace cmos
