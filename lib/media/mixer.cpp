#include "media/mixer.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <cstdint>

#include "media/ffmpeg_functions.h"

namespace cmos {

namespace {

constexpr std::size_t kLanes = 8;  // Sums run side by side, so that the compiler may vectorise.

// Below: the channels are taken as opposite; above zero: as agreeing; between: as they were.
constexpr double kOppositeCorrelation = -0.5;
constexpr double kMemorySeconds = 0.5;

constexpr auto kFullScale = std::bit_cast<std::int32_t>(0.999F);

std::span<const float> channel(const AVFrame& planar, int index) {
  return {reinterpret_cast<const float*>(planar.extended_data[index]),
          static_cast<std::size_t>(planar.nb_samples)};
}

// The size of a sample as its bits, which are in the order of the sizes. NaN and what no decoder
// means (a WAV of floats may hold anything) do not count.
std::int32_t believable(float sample) {
  constexpr auto kTooLarge = std::bit_cast<std::int32_t>(1000.0F);
  const std::int32_t size = std::bit_cast<std::int32_t>(sample) & INT32_MAX;
  return size < kTooLarge ? size : 0;
}

std::int32_t peak_of(std::span<const float> samples) {
  std::int32_t peak = 0;
  for (const float sample : samples) peak = std::max(peak, believable(sample));
  return peak;
}

// Sum of the products of two channels.
float dot(std::span<const float> a, std::span<const float> b) {
  std::array<float, kLanes> sums{};
  const std::size_t whole = a.size() / kLanes * kLanes;
  for (std::size_t i = 0; i < whole; i += kLanes) {
    for (std::size_t lane = 0; lane < kLanes; ++lane) sums[lane] += a[i + lane] * b[i + lane];
  }
  float sum = 0;
  for (std::size_t i = whole; i < a.size(); ++i) sum += a[i] * b[i];
  for (const float lane : sums) sum += lane;
  return sum;
}

}  // namespace

std::span<const float> Mixer::mix(const AVFrame& frame) {
  mono_.clear();
  const AVFrame* planar = to_planar_float(frame);
  if (planar == nullptr) return {};
  measure(*planar);
  switch (planar->ch_layout.nb_channels) {
    case 1:
      mix_mono(channel(*planar, 0));
      break;
    case 2:
      mix_stereo(channel(*planar, 0), channel(*planar, 1), frame.sample_rate);
      break;
    default:
      mix_many(*planar);
  }
  clip();
  return mono_;
}

// MP3's decoder gives planar floats; others are converted, at their own rate and layout.
const AVFrame* Mixer::to_planar_float(const AVFrame& frame) {
  if (frame.format == AV_SAMPLE_FMT_FLTP) return &frame;
  if (!converter_) converter_ = own(ffmpeg().swr_alloc());
  planar_ = own(ffmpeg().av_frame_alloc());
  planar_->format = AV_SAMPLE_FMT_FLTP;
  planar_->sample_rate = frame.sample_rate;
  checked(ffmpeg().av_channel_layout_copy(&planar_->ch_layout, &frame.ch_layout));
  int result = checked(ffmpeg().swr_convert_frame(converter_.get(), planar_.get(), &frame));
  if (result == AVERROR_INPUT_CHANGED) {
    ffmpeg().swr_close(converter_.get());
    result = checked(ffmpeg().swr_convert_frame(converter_.get(), planar_.get(), &frame));
  }
  return result < 0 ? nullptr : planar_.get();
}

// Full-scale samples are counted only where the peak says that there are some.
void Mixer::measure(const AVFrame& planar) {
  const auto channels = static_cast<std::size_t>(planar.ch_layout.nb_channels);
  if (peaks_.size() < channels) peaks_.resize(channels);
  for (std::size_t c = 0; c < channels; ++c) {
    const auto samples = channel(planar, static_cast<int>(c));
    const std::int32_t peak = peak_of(samples);
    peaks_[c] = std::max(peaks_[c], std::bit_cast<float>(peak));
    samples_ += samples.size();
    if (peak < kFullScale) continue;
    full_scale_ += static_cast<std::uint64_t>(std::ranges::count_if(
        samples, [](float sample) { return believable(sample) >= kFullScale; }));
  }
}

double Mixer::full_scale_share() const {
  if (samples_ == 0) return 0;
  return static_cast<double>(full_scale_) / static_cast<double>(samples_);
}

void Mixer::mix_mono(std::span<const float> samples) {
  mono_.assign(samples.begin(), samples.end());
}

void Mixer::mix_stereo(std::span<const float> left, std::span<const float> right, int sample_rate) {
  const float old_sign = opposite_ ? -1.F : 1.F;
  const float sign = opposite(left, right, sample_rate) ? -1.F : 1.F;
  mono_.resize(left.size());
  if (sign == old_sign) {
    for (std::size_t i = 0; i < mono_.size(); ++i) mono_[i] = 0.5F * (left[i] + sign * right[i]);
    return;
  }
  // From one to the other without a click.
  const float step = (sign - old_sign) / static_cast<float>(mono_.size());
  for (std::size_t i = 0; i < mono_.size(); ++i) {
    mono_[i] = 0.5F * (left[i] + (old_sign + step * static_cast<float>(i)) * right[i]);
  }
}

void Mixer::mix_many(const AVFrame& planar) {
  const int channels = planar.ch_layout.nb_channels;
  mono_.assign(static_cast<std::size_t>(planar.nb_samples), 0);
  for (int c = 0; c < channels; ++c) {
    const auto samples = channel(planar, c);
    for (std::size_t i = 0; i < samples.size(); ++i) mono_[i] += samples[i];
  }
  for (float& sample : mono_) sample /= static_cast<float>(channels);
}

// Whether the channels have opposite signs, by their correlation over the last frames. Loud frames
// weigh more, so that a voice that begins after silence decides at once.
bool Mixer::opposite(std::span<const float> left, std::span<const float> right, int sample_rate) {
  const double memory = kMemorySeconds * sample_rate;
  const double kept = memory / (memory + static_cast<double>(left.size()));
  const double power = 0.5 * (dot(left, left) + dot(right, right));
  const double cross_power = dot(left, right);
  if (!std::isfinite(power)) return opposite_;
  power_ = kept * power_ + power;
  cross_power_ = kept * cross_power_ + cross_power;
  const double correlation = power_ > 0 ? cross_power_ / power_ : 0;
  if (correlation < kOppositeCorrelation) opposite_ = true;
  if (correlation > 0) opposite_ = false;
  return opposite_;
}

void Mixer::clip() {
  for (float& sample : mono_) sample = std::isnan(sample) ? 0 : std::clamp(sample, -1.F, 1.F);
}

}  // namespace cmos
