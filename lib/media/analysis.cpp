#include "media/analysis.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "media/container.h"
#include "media/credible.h"
#include "media/silence.h"

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

}  // namespace

Result<bool> Analysis::step(Time longest) {
  const auto piece = reader_.next();
  if (!piece) return tl::unexpected(piece.error());
  if (!*piece) {
    if (auto finished = finish(); !finished) return tl::unexpected(finished.error());
    return false;
  }
  if ((*piece)->samples > 0 && std::exchange(is_first_, false)) feed_.skip(reader_.delay());
  if (auto added = add(**piece); !added) return tl::unexpected(added.error());
  if (feed_.position() > longest) return tl::unexpected(too_long(longest));
  return true;
}

Result<void> Analysis::finish() {
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

}  // namespace cmos
