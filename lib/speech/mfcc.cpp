#include "speech/mfcc.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <numeric>

#include "speech/codebooks.h"
#include "speech/natural_log.h"
#include "speech/pre_emphasis.h"

namespace cmos {
namespace {

constexpr double kSampleRate = 16000;
constexpr float kFullScale = 32768;  // The model was trained on 16-bit samples.
// Added to a filter's energy before and after noise suppression: the noise of a quiet room, about
// 73 dB below full scale. Speech over digital silence, as synthesizers and editors make it, looks
// unlike all that the model was trained on (docs/notes/acoustic-alignment.md has figures).
constexpr float kEnergyFloor = 300;

double mel(double hertz) {
  return 2595.0 * std::log10(1.0 + hertz / 700.0);
}
double hertz(double mels) {
  return 700.0 * (std::pow(10.0, mels / 2595.0) - 1.0);
}

}  // namespace

MfccFrontEnd::MfccFrontEnd(const FeatureOptions& options)
    : window_size_(static_cast<int>(std::lround(options.window.count() * kSampleRate))),
      remove_offset_(options.remove_offset),
      pre_emphasis_(static_cast<float>(options.pre_emphasis)),
      noise_suppressor_(static_cast<std::size_t>(options.filter_count)) {
  make_tables();
  make_filters(options);
  make_cosines(options);
}

void MfccFrontEnd::make_tables() {
  for (int i = 0; i < window_size_; ++i) {
    window_.push_back(
        static_cast<float>(0.54 - 0.46 * std::cos(2 * std::numbers::pi * i / (window_size_ - 1))));
  }
  for (std::size_t i = 0; i < kFourierHalf; ++i) {
    const double angle = 2 * std::numbers::pi * static_cast<double>(i) / kFourierSize;
    tables_.cosines[i] = static_cast<float>(std::cos(angle));
    tables_.sines[i] = static_cast<float>(std::sin(angle));
    std::uint8_t mirrored = 0;
    for (unsigned bit = 0; bit < 8; ++bit) {
      mirrored = static_cast<std::uint8_t>(std::size_t{mirrored} << 1U | (i >> bit & 1U));
    }
    reversed_[i] = mirrored;
  }
}

// Triangles between neighbouring edges, which lie evenly on the mel scale.
void MfccFrontEnd::make_filters(const FeatureOptions& options) {
  constexpr double kBinWidth = kSampleRate / kFourierSize;
  const double low = mel(options.lower_frequency);
  const double step = (mel(options.upper_frequency) - low) / (options.filter_count + 1);
  const auto edge = [&](int i) {
    const double frequency = hertz(low + i * step);
    return options.round_filters ? std::floor(frequency / kBinWidth + 0.5) * kBinWidth : frequency;
  };
  for (int i = 0; i < options.filter_count; ++i) {
    const double left = edge(i);
    const double middle = edge(i + 1);
    const double right = edge(i + 2);
    Filter filter{static_cast<std::size_t>(std::ceil(left / kBinWidth)), {}};
    for (std::size_t bin = filter.first_bin; bin <= kFourierHalf; ++bin) {
      const double frequency = static_cast<double>(bin) * kBinWidth;
      if (frequency > right) break;
      const double rising = middle > left ? (frequency - left) / (middle - left) : 1;
      const double falling = right > middle ? (right - frequency) / (right - middle) : 1;
      const double height = right > left ? 2 / (right - left) : 0;
      filter.weights.push_back(static_cast<float>(height * std::min(rising, falling)));
    }
    filters_.push_back(std::move(filter));
  }
  log_energies_.resize(filters_.size());
}

void MfccFrontEnd::make_cosines(const FeatureOptions& options) {
  const int count = options.filter_count;
  for (int i = 0; i < kCepstrumSize; ++i) {
    const double lifter =
        options.lifter > 0
            ? 1 + options.lifter / 2.0 * std::sin(i * std::numbers::pi / options.lifter)
            : 1;
    for (int j = 0; j < count; ++j) {
      double weight = std::cos(std::numbers::pi * i * (j + 0.5) / count);
      if (options.transform == CosineTransform::legacy) {
        weight *= (j == 0 ? 0.5 : 1.0) / count;
      } else {
        const bool is_small = i == 0 && options.transform == CosineTransform::dct;
        weight *= std::sqrt((is_small ? 1.0 : 2.0) / count);
      }
      cosine_transform_.push_back(static_cast<float>(weight * lifter * kFeatureUnit));
    }
  }
}

void MfccFrontEnd::consume(std::span<const float> samples, std::vector<Cepstrum>& cepstra) {
  const std::size_t old_size = pending_.size();
  pending_.resize(old_size + samples.size());
  pre_emphasise(samples, pre_emphasis_, kFullScale, previous_sample_, pending_.data() + old_size);
  const std::size_t batch = (kMfccLanes - 1) * kFrameStep + static_cast<std::size_t>(window_size_);
  std::size_t used = 0;
  for (; pending_.size() - used >= batch; used += kMfccLanes * kFrameStep) {
    process_batch(pending_.data() + used, kMfccLanes, cepstra);
  }
  pending_.erase(pending_.begin(), pending_.begin() + static_cast<std::ptrdiff_t>(used));
}

void MfccFrontEnd::finish(std::vector<Cepstrum>& cepstra) {
  const auto window = static_cast<std::size_t>(window_size_);
  if (pending_.size() >= window)
    process_batch(pending_.data(), (pending_.size() - window) / kFrameStep + 1, cepstra);
  pending_.clear();
}

void MfccFrontEnd::process_batch(const float* samples, std::size_t frame_count,
                                 std::vector<Cepstrum>& cepstra) {
  window_frames(samples, frame_count);
  compute_power(tables_, spectra_);
  compute_cepstra(frame_count, cepstra);
}

// Even samples become real, odd ones imaginary parts, in the order the transform wants.
void MfccFrontEnd::window_frames(const float* samples, std::size_t frame_count) {
  for (MfccLanes& lanes : spectra_.real) lanes.fill(0);
  for (MfccLanes& lanes : spectra_.imaginary) lanes.fill(0);
  MfccLanes offsets{};
  if (remove_offset_) {
    const auto size = static_cast<std::ptrdiff_t>(window_.size());
    for (std::size_t lane = 0; lane < frame_count; ++lane) {
      const float* frame = samples + lane * kFrameStep;
      offsets[lane] = std::accumulate(frame, frame + size, 0.0F) / static_cast<float>(size);
    }
  }
  for (std::size_t i = 0; i < window_.size(); ++i) {
    MfccLanes& lanes = (i % 2 == 0 ? spectra_.real : spectra_.imaginary)[reversed_[i / 2]];
    for (std::size_t lane = 0; lane < frame_count; ++lane) {
      lanes[lane] = (samples[lane * kFrameStep + i] - offsets[lane]) * window_[i];
    }
  }
}

void MfccFrontEnd::compute_cepstra(std::size_t frame_count, std::vector<Cepstrum>& cepstra) {
  for (std::size_t j = 0; j < filters_.size(); ++j) {
    const Filter& filter = filters_[j];
    MfccLanes energies = weighted_sum(filter.weights, &spectra_.power[filter.first_bin]);
    for (std::size_t lane = 0; lane < frame_count; ++lane) {
      energies[lane] = noise_suppressor_.suppress(j, energies[lane] + kEnergyFloor);
    }
    for (std::size_t lane = 0; lane < kMfccLanes; ++lane) {
      log_energies_[j][lane] = natural_log(energies[lane] + kEnergyFloor);
    }
  }
  const std::size_t first = cepstra.size();
  cepstra.resize(first + frame_count);
  const std::span<const float> weights(cosine_transform_);
  for (std::size_t i = 0; i < kCepstrumSize; ++i) {
    const auto row = weights.subspan(i * filters_.size(), filters_.size());
    const MfccLanes sum = weighted_sum(row, log_energies_.data());
    for (std::size_t lane = 0; lane < frame_count; ++lane) {
      const float value = std::clamp(sum[lane], -32767.0F, 32767.0F);
      cepstra[first + lane][i] = static_cast<std::int16_t>(std::lrintf(value));
    }
  }
}

}  // namespace cmos
