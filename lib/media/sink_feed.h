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

  // Samples that may be padding are held until others follow that cannot be, or too many.
  void add(std::span<const float> samples, int sample_rate, bool may_be_padding);

  // Of the samples that are held, the last `padding` are not heard. How many that were.
  std::int64_t finish(std::int64_t padding);

  Time position() const;  // Of the next sample.
  std::span<const Level> levels() const { return meter_.levels(); }
  // Samples that are held.
  std::int64_t held() const { return static_cast<std::int64_t>(held_.size()); }

 private:
  void set_rate(int sample_rate);
  void release_held(std::int64_t all_but);
  double run_end() const;
  void drain();
  void hand_out(std::span<const float> samples);

  std::span<SampleSink* const> sinks_;
  LevelMeter meter_;
  std::int64_t skip_ = 0;
  std::vector<float> held_;  // At the resampler's rate.
  std::optional<Resampler> resampler_;
  std::int64_t handed_out_ = 0;  // Samples at kSinkRate.
  double run_start_ = 0;         // Where the resampler's first sample lies, in seconds.
};

}  // namespace cmos
