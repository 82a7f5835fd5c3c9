#include "speech/noise_suppressor.h"

#include <algorithm>

namespace cmos {
namespace {

constexpr float kQuantile = 0.1F;
// Relative change of the level in a frame: all of it down, kQuantile of it up, balance where a
// tenth of the frames lie below.
constexpr float kStep = 0.05F;
constexpr float kSubtracted = 2;
constexpr float kGainFloor = 0.06F;
constexpr float kSmoothing = 0.5F;

}  // namespace

float NoiseSuppressor::suppress(std::size_t band, float energy) {
  Band& b = bands_[band];
  if (b.level == 0) b.level = energy;
  b.level *= energy > b.level ? 1 + kStep * kQuantile : 1 - kStep * (1 - kQuantile);
  b.smooth = kSmoothing * b.smooth + (1 - kSmoothing) * energy;
  return energy * std::max(1 - kSubtracted * b.level / b.smooth, kGainFloor);
}

}  // namespace cmos
