#include "media/envelope.h"

#include <algorithm>
#include <cstddef>
#include <numeric>
#include <utility>

namespace cmos {

namespace {

constexpr std::size_t kSmoothing = 12;  // Frames: 250 ms with the one in the middle.
constexpr int kStep = 5;                // Tenths of a decibel in a bin.

int bin_of(int level) {
  return std::clamp((level - kDigitalSilence) / kStep, 0, EnvelopeHistogram::kBins - 1);
}

int level_of(int bin) {
  return bin * kStep + kDigitalSilence;
}

}  // namespace

std::vector<Envelope> make_envelope(std::span<const Level> levels) {
  std::vector<Envelope> result(levels.size());
  for (std::size_t i = 0; i < levels.size(); ++i) {
    const std::size_t begin = i - std::min(i, kSmoothing);
    const auto window = levels.subspan(begin, std::min(i + kSmoothing + 1, levels.size()) - begin);
    int sum = 0;
    Level loudest = kDigitalSilence;
    for (const Level level : window) {
      sum += level;
      loudest = std::max(loudest, level);
    }
    const int mean = sum / static_cast<int>(window.size());
    result[i] = {loudest, static_cast<Level>(loudest - mean)};
  }
  return result;
}

EnvelopeHistogram::EnvelopeHistogram(std::span<const Envelope> envelope) {
  for (const auto& frame : envelope) {
    const auto bin = static_cast<std::size_t>(bin_of(frame.loudest));
    ++counts_[bin];
    modulations_[bin] += static_cast<std::uint32_t>(frame.modulation);
  }
}

void EnvelopeHistogram::raise_floor(int level) {
  const auto floor = static_cast<std::size_t>(bin_of(level));
  for (std::size_t bin = 0; bin < floor; ++bin) {
    counts_[floor] += std::exchange(counts_[bin], 0);
    modulations_[floor] += std::exchange(modulations_[bin], 0);
  }
}

std::uint32_t EnvelopeHistogram::count(int begin, int end) const {
  return std::accumulate(counts_.begin() + begin, counts_.begin() + end, 0U);
}

int EnvelopeHistogram::percentile(int begin, int end, int percent) const {
  const std::uint64_t wanted = std::uint64_t{count(begin, end)} * static_cast<unsigned>(percent);
  std::uint64_t seen = 0;
  int bin = begin;
  for (; bin < end - 1; ++bin) {
    seen += counts_[static_cast<std::size_t>(bin)];
    if (seen > 0 && seen * 100 >= wanted) break;
  }
  return level_of(bin);
}

int EnvelopeHistogram::mean_modulation(int begin, int end) const {
  const auto sum = std::accumulate(modulations_.begin() + begin, modulations_.begin() + end, 0U);
  return static_cast<int>(sum / std::max(count(begin, end), 1U));
}

std::optional<int> EnvelopeHistogram::parting(int end) const {
  double total = 0;
  double total_sum = 0;
  for (int bin = 0; bin < end; ++bin) {
    total += counts_[static_cast<std::size_t>(bin)];
    total_sum += static_cast<double>(bin) * counts_[static_cast<std::size_t>(bin)];
  }
  std::optional<int> best;
  double best_variance = 0;
  double below = 0;
  double below_sum = 0;
  for (int bin = 0; bin < end; ++bin) {
    below += counts_[static_cast<std::size_t>(bin)];
    below_sum += static_cast<double>(bin) * counts_[static_cast<std::size_t>(bin)];
    if (below == 0 || below == total) continue;
    const double difference = total_sum * below / total - below_sum;
    const double variance = difference * difference / (below * (total - below));
    if (variance > best_variance) {
      best_variance = variance;
      best = bin + 1;
    }
  }
  return best;
}

}  // namespace cmos
