#include "media/audio.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <utility>

#include "media/container.h"
#include "media/credible.h"
#include "media/mixer.h"
#include "media/silence.h"
#include "media/sink_feed.h"
#include "media/sound_reader.h"

namespace cmos {

namespace {

// Of what cameras, telephones and studios record with.
constexpr int kLowestRate = 4000;
constexpr int kHighestRate = 384000;

// Of a largest sample. To a tenth, as all levels: FFmpeg's last digits depend on the processor.
double decibels(float peak) {
  return std::round(200 * std::log10(std::max(peak, 1e-5F))) / 10;
}

Error too_long(Time longest) {
  return {fmt::format("it is longer than {}", format_clock(longest)), "sound-too-long"};
}

class Analysis {
 public:
  Analysis(SoundReader reader, std::span<SampleSink* const> sinks)
      : reader_(std::move(reader)), feed_(sinks) {}

  // Reads the sound to its end, which comes at `longest` at the latest.
  Result<void> run(Time longest);

  AudioInfo info(const AnalysisOptions& options) &&;

 private:
  Result<void> add(const SoundPiece& piece);
  void add_zeros(const SoundPiece& piece);
  void take_counted();
  void note_damage(Interval time, const std::string& reason);

  SoundReader reader_;
  Mixer mixer_;
  SinkFeed feed_;
  AudioInfo info_;
  std::optional<AudioInfo> counted_;  // Of MPEG audio without a container, by its frames.
  double decoded_seconds_ = 0;
};

Result<void> Analysis::run(Time longest) {
  bool first = true;
  for (;;) {
    const auto piece = reader_.next();
    if (!piece) return tl::unexpected(piece.error());
    if (!*piece) break;
    if ((*piece)->samples > 0 && std::exchange(first, false)) feed_.skip(reader_.delay());
    if (auto added = add(**piece); !added) return added;
    if (feed_.position() > longest) return tl::unexpected(too_long(longest));
  }
  if (const auto* const walk = reader_.walk()) {
    auto counted = walk->info();
    if (!counted) return tl::unexpected(counted.error());
    counted_ = std::move(*counted);
    info_.padding_samples = feed_.finish(counted_->padding_samples);
    return {};
  }
  const auto decoded_bytes = reader_.frame_bytes() - reader_.damaged_bytes();
  const auto other_bytes = reader_.skipped_bytes() + reader_.damaged_bytes();
  if (!is_credible_sound(decoded_seconds_, decoded_bytes, other_bytes)) {
    return tl::unexpected(no_sound());
  }
  info_.padding_samples = feed_.finish(reader_.padding());
  return {};
}

Result<void> Analysis::add(const SoundPiece& piece) {
  const Time start = feed_.position();
  const bool has_samples = piece.frame != nullptr || piece.samples > 0;
  if (has_samples && (piece.sample_rate < kLowestRate || piece.sample_rate > kHighestRate)) {
    return tl::unexpected(
        Error{fmt::format("it has a sample rate of {} Hz", piece.sample_rate), "mp3-undecodable"});
  }
  const auto mixed = piece.frame != nullptr ? mixer_.mix(*piece.frame) : std::span<const float>();
  if (std::ssize(mixed) != piece.samples || mixed.empty()) {
    add_zeros(piece);
  } else {
    if (decoded_seconds_ == 0) {
      info_.channels = piece.channels;
      info_.sample_rate = piece.sample_rate;
    }
    decoded_seconds_ += static_cast<double>(piece.samples) / piece.sample_rate;
    feed_.add(mixed, piece.sample_rate, piece.may_be_padding);
  }
  if (!piece.damage.empty()) note_damage({start, feed_.position()}, piece.damage);
  return {};
}

void Analysis::add_zeros(const SoundPiece& piece) {
  static constexpr std::array<float, 4096> kZeros{};
  for (std::int64_t left = piece.samples; left > 0;) {
    const auto count = std::min<std::int64_t>(left, kZeros.size());
    left -= count;
    feed_.add(std::span(kZeros).first(static_cast<std::size_t>(count)), piece.sample_rate,
              piece.may_be_padding);
  }
}

void Analysis::note_damage(Interval time, const std::string& reason) {
  auto& damages = info_.damages;
  if (!damages.empty() && damages.back().reason == reason &&
      damages.back().time.end == time.start) {
    damages.back().time.end = time.end;
  } else {
    damages.push_back({time, reason});
  }
}

// What frames tell, decoded or not, so that measure_audio() finds the same.
void Analysis::take_counted() {
  info_.bit_rate = counted_->bit_rate;
  info_.is_variable_rate = counted_->is_variable_rate;
  info_.codec = counted_->codec;
  info_.sample_rate = counted_->sample_rate;
  info_.delay_samples = counted_->delay_samples;
  if (info_.channels == 0) info_.channels = reader_.walk()->channels();
}

AudioInfo Analysis::info(const AnalysisOptions& options) && {
  info_.duration = feed_.position();
  for (auto& [time, reason] : info_.damages) {  // In the padding, of which nothing is heard.
    time.start = std::min(time.start, info_.duration);
    time.end = std::min(time.end, info_.duration);
  }
  info_.bit_rate = std::llround(reader_.bit_rate());
  info_.codec = reader_.codec();
  info_.delay_samples = reader_.delay();
  if (counted_) take_counted();
  auto [silences, levels] = find_silences(feed_.levels(), info_.duration, options.minimum_silence);
  info_.silences = std::move(silences);
  info_.levels = levels;
  info_.levels.peak = decibels(0);
  for (const float peak : mixer_.peaks()) {
    info_.channel_peaks.push_back(decibels(peak));
    info_.levels.peak = std::max(info_.levels.peak, info_.channel_peaks.back());
  }
  info_.full_scale_share = mixer_.full_scale_share();
  return std::move(info_);
}

}  // namespace

Result<AudioInfo> analyze_audio(ByteSource& source, std::span<SampleSink* const> sinks,
                                const AnalysisOptions& options) {
  if (source.size() == 0) return tl::unexpected(Error{"it is empty (0 bytes)", "mp3-empty"});
  auto reader = SoundReader::open(source);
  if (!reader) return tl::unexpected(reader.error());
  Analysis analysis(std::move(*reader), sinks);
  if (auto ran = analysis.run(options.longest); !ran) return tl::unexpected(ran.error());
  auto container = find_container(source);
  if (!container) return tl::unexpected(container.error());
  auto info = std::move(analysis).info(options);
  info.container = std::move(*container);
  info.size = source.size();
  return info;
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
