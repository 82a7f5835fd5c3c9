#include "speech/mfcc.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "speech/codebooks.h"
#include "speech/natural_log.h"

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
  for (std::size_t i = 0; i < kHalf; ++i) {
    const double angle = 2 * std::numbers::pi * static_cast<double>(i) / kSize;
    cosines_[i] = static_cast<float>(std::cos(angle));
    sines_[i] = static_cast<float>(std::sin(angle));
    std::uint8_t mirrored = 0;
    for (unsigned bit = 0; bit < 8; ++bit) {
      mirrored = static_cast<std::uint8_t>(std::size_t{mirrored} << 1U | (i >> bit & 1U));
    }
    reversed_[i] = mirrored;
  }
}

// Triangles between neighbouring edges, which lie evenly on the mel scale.
void MfccFrontEnd::make_filters(const FeatureOptions& options) {
  constexpr double kBinWidth = kSampleRate / kSize;
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
    for (std::size_t bin = filter.first_bin; bin <= kHalf; ++bin) {
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
  for (std::size_t i = 0; i < samples.size(); ++i) {
    const float previous = i > 0 ? samples[i - 1] : previous_sample_;
    pending_[old_size + i] = (samples[i] - pre_emphasis_ * previous) * kFullScale;
  }
  if (!samples.empty()) previous_sample_ = samples.back();
  const std::size_t batch = (kLanes - 1) * kFrameStep + static_cast<std::size_t>(window_size_);
  std::size_t used = 0;
  for (; pending_.size() - used >= batch; used += kLanes * kFrameStep) {
    process_batch(pending_.data() + used, kLanes, cepstra);
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
  transform();
  compute_power();
  compute_cepstra(frame_count, cepstra);
}

// Even samples become real, odd ones imaginary parts, in the order the transform wants.
void MfccFrontEnd::window_frames(const float* samples, std::size_t frame_count) {
  for (Lanes& lanes : real_) lanes.fill(0);
  for (Lanes& lanes : imaginary_) lanes.fill(0);
  for (std::size_t lane = 0; lane < frame_count; ++lane) {
    const float* frame = samples + lane * kFrameStep;
    float offset = 0;
    if (remove_offset_) {
      for (std::size_t i = 0; i < window_.size(); ++i) offset += frame[i];
      offset /= static_cast<float>(window_.size());
    }
    for (std::size_t i = 0; i < window_.size(); ++i) {
      auto& part = i % 2 == 0 ? real_ : imaginary_;
      part[reversed_[i / 2]][lane] = (frame[i] - offset) * window_[i];
    }
  }
}

// Complex Fourier transform in place, decimation in time.
void MfccFrontEnd::transform() {
  for (std::size_t half = 1; half < kHalf; half *= 2) {
    const std::size_t stride = kSize / (2 * half);
    for (std::size_t begin = 0; begin < kHalf; begin += 2 * half) {
      for (std::size_t k = 0; k < half; ++k) {
        const float c = cosines_[k * stride];
        const float s = sines_[k * stride];
        Lanes& ar = real_[begin + k];
        Lanes& ai = imaginary_[begin + k];
        Lanes& br = real_[begin + k + half];
        Lanes& bi = imaginary_[begin + k + half];
        for (std::size_t lane = 0; lane < kLanes; ++lane) {
          const float tr = br[lane] * c + bi[lane] * s;
          const float ti = bi[lane] * c - br[lane] * s;
          br[lane] = ar[lane] - tr;
          bi[lane] = ai[lane] - ti;
          ar[lane] += tr;
          ai[lane] += ti;
        }
      }
    }
  }
}

// Takes the spectra of even and odd samples apart and joins them to that of all.
void MfccFrontEnd::compute_power() {
  for (std::size_t k = 0; k <= kHalf; ++k) {
    const std::size_t a = k % kHalf;
    const std::size_t b = (kHalf - k) % kHalf;
    const float c = k == kHalf ? -1.0F : cosines_[k];
    const float s = k == kHalf ? 0.0F : sines_[k];
    for (std::size_t lane = 0; lane < kLanes; ++lane) {
      const float even_r = 0.5F * (real_[a][lane] + real_[b][lane]);
      const float even_i = 0.5F * (imaginary_[a][lane] - imaginary_[b][lane]);
      const float odd_r = 0.5F * (imaginary_[a][lane] + imaginary_[b][lane]);
      const float odd_i = 0.5F * (real_[b][lane] - real_[a][lane]);
      const float r = even_r + c * odd_r + s * odd_i;
      const float i = even_i + c * odd_i - s * odd_r;
      power_[k][lane] = r * r + i * i;
    }
  }
}

void MfccFrontEnd::compute_cepstra(std::size_t frame_count, std::vector<Cepstrum>& cepstra) {
  for (std::size_t j = 0; j < filters_.size(); ++j) {
    Lanes sum{};
    const Filter& filter = filters_[j];
    for (std::size_t i = 0; i < filter.weights.size(); ++i) {
      const float weight = filter.weights[i];
      const Lanes& power = power_[filter.first_bin + i];
      for (std::size_t lane = 0; lane < kLanes; ++lane) sum[lane] += weight * power[lane];
    }
    for (std::size_t lane = 0; lane < frame_count; ++lane) {
      const float clean = noise_suppressor_.suppress(j, sum[lane] + kEnergyFloor);
      log_energies_[j][lane] = natural_log(clean + kEnergyFloor);
    }
  }
  const std::size_t first = cepstra.size();
  cepstra.resize(first + frame_count);
  const float* weight = cosine_transform_.data();
  for (std::size_t i = 0; i < kCepstrumSize; ++i) {
    Lanes sum{};
    for (const Lanes& energies : log_energies_) {
      for (std::size_t lane = 0; lane < kLanes; ++lane) sum[lane] += *weight * energies[lane];
      ++weight;
    }
    for (std::size_t lane = 0; lane < frame_count; ++lane) {
      const float value = std::clamp(sum[lane], -32767.0F, 32767.0F);
      cepstra[first + lane][i] = static_cast<std::int16_t>(std::lrintf(value));
    }
  }
}

}  // namespace cmos
