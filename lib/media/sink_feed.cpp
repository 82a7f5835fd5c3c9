#include "media/sink_feed.h"

#include <algorithm>
#include <cstddef>
#include <iterator>

namespace cmos {

void SinkFeed::add(std::span<const float> samples, int sample_rate, std::int64_t padding) {
  const auto unheard = std::min(skip_, std::ssize(samples));
  skip_ -= unheard;
  samples = samples.subspan(static_cast<std::size_t>(unheard));
  const auto tail = samples.last(static_cast<std::size_t>(std::min(padding, std::ssize(samples))));
  const auto heard = samples.first(samples.size() - tail.size());
  if (!heard.empty()) release_held();
  set_rate(sample_rate);
  hand_out(resampler_->process(heard));
  held_.insert(held_.end(), tail.begin(), tail.end());
}

void SinkFeed::finish() {
  drain();
  meter_.finish();
  for (SampleSink* sink : sinks_) sink->finish();
}

Time SinkFeed::position() const {
  std::int64_t samples = run_started_at_;
  if (resampler_) {
    samples += at_sink_rate(resampler_->consumed() + padding(), resampler_->sample_rate());
  }
  return Time((samples * 1000 + kSinkRate / 2) / kSinkRate);
}

void SinkFeed::set_rate(int sample_rate) {
  if (resampler_ && resampler_->sample_rate() == sample_rate) return;
  release_held();
  drain();
  resampler_.emplace(sample_rate);
}

void SinkFeed::release_held() {
  if (held_.empty()) return;
  hand_out(resampler_->process(held_));
  held_.clear();
}

void SinkFeed::drain() {
  if (!resampler_) return;
  hand_out(resampler_->drain());
  resampler_.reset();
  run_started_at_ = handed_out_;
}

void SinkFeed::hand_out(std::span<const float> samples) {
  if (samples.empty()) return;
  handed_out_ += static_cast<std::int64_t>(samples.size());
  meter_.consume(samples);
  for (SampleSink* sink : sinks_) sink->consume(samples);
}

}  // namespace cmos
