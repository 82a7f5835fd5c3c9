#include "media/levels.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace cmos {

namespace {

constexpr std::size_t kFrameSamples = kSinkRate / kFramesPerSecond;
constexpr double kCutoffHertz = 80;

}  // namespace

void LevelMeter::consume(std::span<const float> samples) {
  static const auto pole =
      static_cast<float>(std::exp(-2 * std::numbers::pi * kCutoffHertz / kSinkRate));
  static const float gain = (1 + pole) / 2;
  while (!samples.empty()) {
    const auto part = samples.first(std::min(samples.size(), kFrameSamples - count_));
    for (const float sample : part) {
      last_output_ = pole * last_output_ + gain * (sample - last_input_);
      last_input_ = sample;
      energy_ += last_output_ * last_output_;
    }
    count_ += part.size();
    samples = samples.subspan(part.size());
    if (count_ == kFrameSamples) end_frame();
  }
}

void LevelMeter::finish() {
  if (count_ > 0) end_frame();
}

void LevelMeter::end_frame() {
  // The mean square of a full-scale sine is 1/2.
  const double power = 2 * static_cast<double>(energy_) / static_cast<double>(count_);
  const double level = 100 * std::log10(std::max(power, 1e-10));
  levels_.push_back(static_cast<Level>(std::lround(level)));
  count_ = 0;
  energy_ = 0;
  // Numbers too small for float's usual form would make digital silence slow.
  if (std::abs(last_output_) < 1e-15F) last_output_ = 0;
}

}  // namespace cmos
