// The last step to the sinks. Inside lib/media only.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "cmos/time.h"
#include "media/audio.h"
#include "media/levels.h"
#include "media/resampler.h"

namespace cmos {

// Takes off what the encoder added at both ends, brings the rest to kSinkRate and hands it to a
// level meter and to the sinks.
class SinkFeed {
 public:
  explicit SinkFeed(std::span<SampleSink* const> sinks) : sinks_(sinks) {}

  // The next samples are not heard. To be called before the first add().
  void skip(std::int64_t samples) { skip_ = samples; }

  // Of these samples, the last `padding` are not heard if no others follow them.
  void add(std::span<const float> samples, int sample_rate, std::int64_t padding);

  // The padding so far is heard after all.
  void keep_padding() { release_held(); }

  void finish();

  Time position() const;  // Of the next sample.
  std::span<const Level> levels() const { return meter_.levels(); }
  std::int64_t padding() const { return static_cast<std::int64_t>(held_.size()); }

 private:
  void set_rate(int sample_rate);
  void release_held();
  void drain();
  void hand_out(std::span<const float> samples);

  std::span<SampleSink* const> sinks_;
  LevelMeter meter_;
  std::int64_t skip_ = 0;
  std::vector<float> held_;  // Padding, if no other samples come; at the resampler's rate.
  std::optional<Resampler> resampler_;
  std::int64_t handed_out_ = 0;      // Samples at kSinkRate.
  std::int64_t run_started_at_ = 0;  // Where the resampler's first sample lies, at kSinkRate.
};

}  // namespace cmos
