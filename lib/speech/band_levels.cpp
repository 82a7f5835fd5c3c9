#include "speech/band_levels.h"

#include <algorithm>
#include <cmath>

#include "speech/natural_log.h"
#include "speech/pre_emphasis.h"

namespace cmos {
namespace {

constexpr float kEmphasis = 0.97F;
constexpr float kSampleScale = 32768;
constexpr float kRoomEnergy = 3;  // The noise of a quiet room (mfcc.cpp).
constexpr std::array<float, 8> kLowPass{0.230377813F,  0.714846571F, 0.630880768F, -0.027983769F,
                                        -0.187034812F, 0.030841382F, 0.032883012F, -0.010597402F};
constexpr std::array<float, 8> kHighPass{-0.010597402F, -0.032883012F, 0.030841382F, 0.187034812F,
                                         -0.027983769F, -0.630880768F, 0.714846571F, -0.230377813F};

}  // namespace

void BandLevels::consume(std::span<const float> samples) {
  while (!samples.empty()) {
    const auto part = samples.first(std::min(samples.size(), kStep - sample_count_));
    pre_emphasise(part, kEmphasis, kSampleScale, previous_sample_, samples_.data() + sample_count_);
    sample_count_ += part.size();
    samples = samples.subspan(part.size());
    if (sample_count_ == kStep) add_step();
  }
}

void BandLevels::finish() {
  if (has_current_) add_levels(current_);
}

void BandLevels::add_step() {
  std::ranges::copy(samples_, signals_[0].begin() + (kTaps - 1));
  sample_count_ = 0;
  const Energies next = energies();
  if (has_current_) {
    add_levels(next);
    before_ = current_;
  } else {
    before_ = next;
  }
  current_ = next;
  has_current_ = true;
}

// Each split leaves its upper half and hands the lower one on.
BandLevels::Energies BandLevels::energies() {
  Energies energies{};
  std::size_t count = kStep;
  for (std::size_t which = 0; which < kSplits; ++which, count /= 2) {
    energies[kBands - 1 - which] = split(which, count) / kStep;
  }
  float low = 0;
  for (std::size_t i = 0; i < count; ++i) {
    const float value = signals_[kSplits][kTaps - 1 + i];
    low += value * value;
  }
  energies[0] = low / kStep;
  return energies;
}

// The energy of the upper half of a signal's newest values.
float BandLevels::split(std::size_t which, std::size_t count) {
  auto& signal = signals_[which];
  // Every second value, from the first one on and from the second one on.
  std::array<std::array<float, (kTaps + kStep) / 2>, 2> halves{};
  for (std::size_t i = 0; i < kTaps - 1 + count; ++i) halves[i % 2][i / 2] = signal[i];
  auto* const lower = signals_[which + 1].data() + kTaps - 1;
  std::array<float, kStep / 2> higher{};
  for (std::size_t i = 0; i < count / 2; ++i) {
    float low = 0;
    float high = 0;
    for (std::size_t tap = 0; tap < kTaps; ++tap) {
      const float value = halves[tap % 2][(kTaps - tap) / 2 + i];
      low += kLowPass[tap] * value;
      high += kHighPass[tap] * value;
    }
    lower[i] = low;
    higher[i] = high;
  }
  float energy = 0;
  for (std::size_t i = 0; i < count / 2; ++i) energy += higher[i] * higher[i];
  std::copy_n(signal.begin() + static_cast<std::ptrdiff_t>(count), kTaps - 1, signal.begin());
  return energy;
}

void BandLevels::add_levels(const Energies& next) {
  Levels levels{};
  for (std::size_t band = 0; band < kBands; ++band) {
    const float energy = (before_[band] + 2 * current_[band] + next[band]) / 4;
    const float level = kPerNat * natural_log(energy + kRoomEnergy);
    levels[band] = static_cast<std::uint8_t>(std::lrintf(std::min(level, 255.0F)));
  }
  steps_.push_back(levels);
}

}  // namespace cmos
