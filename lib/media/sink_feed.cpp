#include "media/sink_feed.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <iterator>

namespace cmos {

namespace {

// A frame of any codec is shorter (FLAC's have 65,535 samples at most).
constexpr std::int64_t kMostPadding = 65'536;

}  // namespace

void SinkFeed::add(std::span<const float> samples, int sample_rate, bool may_be_padding) {
  const auto unheard = std::min(skip_, std::ssize(samples));
  skip_ -= unheard;
  samples = samples.subspan(static_cast<std::size_t>(unheard));
  set_rate(sample_rate);
  if (may_be_padding) {
    held_.insert(held_.end(), samples.begin(), samples.end());
    if (held() > 2 * kMostPadding) release_held(kMostPadding);
    return;
  }
  release_held(0);
  hand_out(resampler_->process(samples));
}

std::int64_t SinkFeed::finish(std::int64_t padding) {
  padding = std::clamp<std::int64_t>(padding, 0, held());
  held_.resize(static_cast<std::size_t>(held() - padding));
  release_held(0);
  drain();
  meter_.finish();
  for (SampleSink* sink : sinks_) sink->finish();
  return padding;
}

Time SinkFeed::position() const {
  const auto samples = std::llround(run_end() * kSinkRate);
  return Time((samples * 1000 + kSinkRate / 2) / kSinkRate);
}

double SinkFeed::run_end() const {
  if (!resampler_) return run_start_;
  const auto samples = resampler_->consumed() + held();
  return run_start_ + static_cast<double>(samples) / resampler_->sample_rate();
}

void SinkFeed::set_rate(int sample_rate) {
  if (resampler_ && resampler_->sample_rate() == sample_rate) return;
  release_held(0);
  drain();
  resampler_.emplace(sample_rate);
}

void SinkFeed::release_held(std::int64_t all_but) {
  if (held() <= all_but) return;
  const auto count = held() - all_but;
  hand_out(resampler_->process(std::span(held_).first(static_cast<std::size_t>(count))));
  held_.erase(held_.begin(), held_.begin() + count);
}

void SinkFeed::drain() {
  if (!resampler_) return;
  // Rounded where the run ends, so that many short ones last no longer than they are.
  run_start_ = run_end();
  hand_out(resampler_->drain(std::llround(run_start_ * kSinkRate) - handed_out_));
  resampler_.reset();
}

void SinkFeed::hand_out(std::span<const float> samples) {
  if (samples.empty()) return;
  handed_out_ += static_cast<std::int64_t>(samples.size());
  meter_.consume(samples);
  for (SampleSink* sink : sinks_) sink->consume(samples);
}

}  // namespace cmos
