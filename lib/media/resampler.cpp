#include "media/resampler.h"

#include <algorithm>
#include <cstddef>
#include <stdexcept>

#include "media/audio.h"
#include "media/ffmpeg_functions.h"

namespace cmos {

namespace {

// Against libswresample's own choice (32, 9, 0.97) a shorter and less steep filter, at a lower
// cutoff: as good for speech, and faster.
constexpr int kFilterSize = 24;
constexpr double kKaiserBeta = 7;
constexpr double kCutoff = 0.95;

FfmpegPtr<SwrContext> make_resampler(int sample_rate) {
  AVChannelLayout mono{};
  ffmpeg().av_channel_layout_default(&mono, 1);
  SwrContext* context = nullptr;
  ffmpeg().swr_alloc_set_opts2(&context, &mono, AV_SAMPLE_FMT_FLTP, kSinkRate, &mono,
                               AV_SAMPLE_FMT_FLTP, sample_rate, 0, nullptr);
  auto resampler = own(context);
  ffmpeg().av_opt_set_int(context, "filter_size", kFilterSize, 0);
  ffmpeg().av_opt_set_double(context, "kaiser_beta", kKaiserBeta, 0);
  ffmpeg().av_opt_set_double(context, "cutoff", kCutoff, 0);
  if (checked(ffmpeg().swr_init(context)) < 0)
    throw std::runtime_error("libswresample refuses a sample rate");
  return resampler;
}

}  // namespace

Resampler::Resampler(int sample_rate)
    : sample_rate_(sample_rate), resampler_(make_resampler(sample_rate)) {}

void Resampler::convert(const float* samples, std::size_t count) {
  const auto input_count = static_cast<int>(count);
  const int capacity = checked(ffmpeg().swr_get_out_samples(resampler_.get(), input_count));
  output_.resize(static_cast<std::size_t>(std::max(capacity, 0)));
  const auto* input = reinterpret_cast<const std::uint8_t*>(samples);
  auto* output = reinterpret_cast<std::uint8_t*>(output_.data());
  const int converted = checked(ffmpeg().swr_convert(
      resampler_.get(), &output, capacity, samples == nullptr ? nullptr : &input, input_count));
  output_.resize(static_cast<std::size_t>(std::max(converted, 0)));
  // The filter swings beyond what goes in.
  for (float& sample : output_) sample = std::clamp(sample, -1.F, 1.F);
}

std::span<const float> Resampler::process(std::span<const float> samples) {
  if (samples.empty()) return {};
  consumed_ += static_cast<std::int64_t>(samples.size());
  convert(samples.data(), samples.size());
  return output_;
}

std::span<const float> Resampler::drain(std::int64_t count) {
  convert(nullptr, 0);
  output_.resize(static_cast<std::size_t>(std::max<std::int64_t>(count, 0)));
  return output_;
}

}  // namespace cmos
