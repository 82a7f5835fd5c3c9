#include "media/track_mix.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <memory>
#include <utility>
#include <vector>

#include "media/analysis.h"
#include "media/levels.h"
#include "media/silence.h"
#include "media/sound_reader.h"

namespace cmos {

namespace {

// Mixed at once: a tenth of a second.
constexpr std::size_t kMixedAtOnce = kSinkRate / 10;

// A track and what of it has not been mixed yet.
class Track : public SampleSink {
 public:
  explicit Track(SoundReader reader) : analysis_(std::move(reader), sinks_) {}

  void consume(std::span<const float> samples) override {
    waiting_.insert(waiting_.end(), samples.begin(), samples.end());
  }
  void finish() override { has_ended_ = true; }

  // Decodes until a block waits, or the end comes.
  Result<void> fill(Time longest) {
    while (!has_ended_ && waiting_.size() < kMixedAtOnce) {
      if (const auto more = analysis_.step(longest); !more) return tl::unexpected(more.error());
    }
    return {};
  }

  std::size_t waiting() const { return waiting_.size(); }

  // Adds what waits to the block, which is no longer than kMixedAtOnce.
  void add_to(std::span<float> block) {
    const auto count = std::min(block.size(), waiting_.size());
    for (std::size_t i = 0; i < count; ++i) block[i] += waiting_[i];
    waiting_.erase(waiting_.begin(), waiting_.begin() + static_cast<std::ptrdiff_t>(count));
  }

  Time duration() const { return analysis_.position(); }
  AudioInfo info(const AnalysisOptions& options) && { return std::move(analysis_).info(options); }

 private:
  std::array<SampleSink*, 1> sinks_{this};
  Analysis analysis_;
  std::vector<float> waiting_;
  bool has_ended_ = false;
};

using Tracks = std::vector<std::unique_ptr<Track>>;

// The samples of the next block; none at the end of all tracks.
Result<std::size_t> fill_all(const Tracks& tracks, Time longest) {
  std::size_t waiting = 0;
  for (const auto& track : tracks) {
    if (const auto filled = track->fill(longest); !filled) return tl::unexpected(filled.error());
    waiting = std::max(waiting, track->waiting());
  }
  return std::min(waiting, kMixedAtOnce);
}

Result<AudioInfo> mix(const Tracks& tracks, std::span<SampleSink* const> sinks,
                      const AnalysisOptions& options) {
  LevelMeter meter;
  for (;;) {
    const auto count = fill_all(tracks, options.longest);
    if (!count) return tl::unexpected(count.error());
    if (*count == 0) break;
    std::array<float, kMixedAtOnce> sum{};
    const auto block = std::span(sum).first(*count);
    for (const auto& track : tracks) track->add_to(block);
    for (float& sample : block) sample = std::clamp(sample, -1.0F, 1.0F);
    meter.consume(block);
    for (SampleSink* sink : sinks) sink->consume(block);
  }
  meter.finish();
  for (SampleSink* sink : sinks) sink->finish();
  Time duration{0};
  for (const auto& track : tracks) duration = std::max(duration, track->duration());
  auto info = std::move(*tracks.front()).info(options);
  info.duration = duration;
  const auto peak = info.levels.peak;
  auto [silences, levels] = find_silences(meter.levels(), duration, options.minimum_silence);
  info.silences = std::move(silences);
  info.levels = levels;
  info.levels.peak = peak;
  return info;
}

Result<AudioInfo> hear(SoundReader reader, std::span<SampleSink* const> sinks,
                       const AnalysisOptions& options) {
  Analysis analysis(std::move(reader), sinks);
  for (;;) {
    const auto more = analysis.step(options.longest);
    if (!more) return tl::unexpected(more.error());
    if (!*more) return std::move(analysis).info(options);
  }
}

}  // namespace

Result<AudioInfo> hear_tracks(ByteSource& source, std::span<SampleSink* const> sinks,
                              const AnalysisOptions& options) {
  auto first = SoundReader::open(source);
  if (!first) return tl::unexpected(first.error());
  const auto count = first->track_count();
  if (count == 1) return hear(std::move(*first), sinks, options);
  Tracks tracks;
  tracks.reserve(count);
  tracks.push_back(std::make_unique<Track>(std::move(*first)));
  for (std::size_t i = 1; i < count; ++i) {
    auto reader = SoundReader::open(source, i);
    if (!reader) return tl::unexpected(reader.error());
    tracks.push_back(std::make_unique<Track>(std::move(*reader)));
  }
  return mix(tracks, sinks, options);
}

}  // namespace cmos
