#include "support/speaker/sound.h"

#include <samplerate.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <random>
#include <stdexcept>

namespace cmos::speaker {
namespace {

constexpr int kNoiseRate = 16000;

// C major, A minor, F major, G major: Hz of three notes each.
constexpr std::array<std::array<double, 3>, 4> kChords{{
    {261.63, 329.63, 392.00},
    {220.00, 261.63, 329.63},
    {174.61, 220.00, 261.63},
    {196.00, 246.94, 293.66},
}};
constexpr double kBeat = 0.5;  // Seconds from one chord to the next.

double pluck(double frequency, double time) {
  const double phase = 2 * std::numbers::pi * frequency * time;
  const double wave = std::sin(phase) + 0.5 * std::sin(2 * phase) + 0.25 * std::sin(3 * phase);
  return wave * std::exp(-3 * time) * std::min(1.0, time / 0.005);
}

}  // namespace

std::vector<float> resample(const std::vector<float>& samples, int from_rate, int to_rate) {
  if (from_rate == to_rate || samples.empty()) return samples;
  const double ratio = static_cast<double>(to_rate) / from_rate;
  std::vector<float> out(
      static_cast<std::size_t>(std::ceil(static_cast<double>(samples.size()) * ratio)));
  SRC_DATA data{};
  data.data_in = samples.data();
  data.data_out = out.data();
  data.input_frames = static_cast<long>(samples.size());
  data.output_frames = static_cast<long>(out.size());
  data.src_ratio = ratio;
  if (const int error = src_simple(&data, SRC_SINC_MEDIUM_QUALITY, 1); error != 0) {
    throw std::runtime_error(src_strerror(error));
  }
  out.resize(static_cast<std::size_t>(data.output_frames_gen));
  return out;
}

double rms(std::span<const float> samples) {
  if (samples.empty()) return 0;
  double sum = 0;
  for (const double sample : samples) sum += sample * sample;
  return std::sqrt(sum / static_cast<double>(samples.size()));
}

double decibels_to_factor(double decibels) {
  return std::pow(10.0, decibels / 20);
}

std::vector<float> music(std::size_t count, int rate) {
  std::vector<float> out(count);
  for (std::size_t i = 0; i < count; ++i) {
    const double time = static_cast<double>(i) / rate;
    const auto beat = static_cast<std::size_t>(time / kBeat);
    const auto& chord = kChords[beat / 4 % kChords.size()];
    const double left = static_cast<double>(count - i) / rate;
    double sum = 0;
    for (const double note : chord) sum += pluck(note, time - static_cast<double>(beat) * kBeat);
    out[i] = static_cast<float>(0.1 * sum * std::min(1.0, left));
  }
  return out;
}

std::vector<float> noise(std::size_t count, int rate) {
  // std::normal_distribution differs between libraries; the sum of four uniform numbers does not.
  std::mt19937 random;  // NOLINT(cert-msc51-cpp,bugprone-random-generator-seed): the same each
                        // time.
  std::vector<float> white(count * kNoiseRate / static_cast<std::size_t>(rate) + kNoiseRate);
  for (auto& sample : white) {
    double sum = 0;
    for (int i = 0; i < 4; ++i) sum += static_cast<double>(random()) / 4294967296.0 - 0.5;
    sample = static_cast<float>(sum);
  }
  auto out = resample(white, kNoiseRate, rate);
  out.resize(count);
  const auto factor = static_cast<float>(1 / std::max(rms(out), 1e-9));
  for (auto& sample : out) sample *= factor;
  return out;
}

}  // namespace cmos::speaker
