#include "media/audio.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "media/container.h"
#include "media/track_mix.h"

namespace cmos {

Result<AudioInfo> analyze_audio(ByteSource& source, std::span<SampleSink* const> sinks,
                                const AnalysisOptions& options) {
  if (source.size() == 0) return tl::unexpected(Error{"it is empty (0 bytes)", "mp3-empty"});
  auto heard = hear_tracks(source, sinks, options);
  if (!heard) return heard;
  auto container = find_container(source);
  if (!container) return tl::unexpected(container.error());
  heard->container = std::move(*container);
  heard->size = source.size();
  return heard;
}

std::vector<Interval> sounding_segments(const AudioInfo& info) {
  std::vector<Interval> segments;
  Time at{0};
  for (const auto& silence : info.silences) {
    if (silence.start > at) segments.push_back({at, silence.start});
    at = silence.end;
  }
  if (at < info.duration) segments.push_back({at, info.duration});
  return segments;
}

Time sounding_time(const AudioInfo& info, Interval interval) {
  Time sum{0};
  for (const auto& segment : sounding_segments(info)) {
    sum += std::max(Time(0),
                    std::min(segment.end, interval.end) - std::max(segment.start, interval.start));
  }
  return sum;
}

Diagnostics damage_diagnostics(const AudioInfo& info, const std::string& file) {
  Diagnostics diagnostics;
  for (const auto& damage : info.damages) {
    const auto start = format_timestamp(damage.time.start, '.');
    const auto when = damage.time.length() == Time(0)
                          ? fmt::format("at {}", start)
                          : fmt::format("{} to {}", start, format_timestamp(damage.time.end, '.'));
    diagnostics.push_back(make_diagnostic("mp3-damaged", file, std::nullopt,
                                          fmt::format("{}: {}", when, damage.reason)));
    diagnostics.back().heard = damage.time;
  }
  return diagnostics;
}

}  // namespace cmos
