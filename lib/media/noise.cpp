#include "media/noise.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>

#include "media/envelope.h"

namespace cmos {

namespace {

// All in tenths of a decibel. Chosen on synthetic speech of six voices, clean and with white, pink
// and room noise 10 to 40 dB below it, music 15 to 20 dB below, and gains of 0 to -30 dB.
constexpr int kMinContrast = 80;  // Between background and speech, or there is no background.
constexpr int kSteady = 65;       // Background goes up and down by less; speech by more.
constexpr int kMinMargin = 15;    // From background to threshold.
constexpr int kMarginShare = 10;  // Of the distance to speech, at least: 1 / 10.
constexpr int kSilentBelowSpeech = 500;
constexpr int kSoftestVoice = 250;   // Below the recording's speech as a whole.
constexpr int kAlwaysSilent = -900;  // Below what 16 bits can hold.
constexpr int kBackgroundPercentile = 80;
constexpr int kSpeechPercentile = 90;
constexpr std::uint32_t kMinFrames = 10;  // For a background to be believed.

constexpr std::size_t kRadius = 10;  // Seconds.
constexpr int kWidenings = 2;        // Each doubles the radius; then all is looked at.

struct Background {
  int level;
  int speech;  // What it is the background of.
};

// The median of the louder class, whatever its share of the recording.
int typical_speech(EnvelopeHistogram histogram) {
  const int top = histogram.percentile(0, EnvelopeHistogram::kBins, 99);
  histogram.raise_floor(top - kSilentBelowSpeech);
  const int part = histogram.parting(EnvelopeHistogram::kBins).value_or(0);
  return histogram.percentile(part, EnvelopeHistogram::kBins, 50);
}

int local_speech(const EnvelopeHistogram& histogram, int softest) {
  return std::max(softest, histogram.percentile(0, EnvelopeHistogram::kBins, kSpeechPercentile));
}

// The end of the bins that are background: those below speech, and below voices so soft that they
// lie in the lower class.
int background_end(const EnvelopeHistogram& histogram, int part) {
  while (const auto lower = histogram.parting(part)) {
    const int contrast =
        histogram.percentile(*lower, part, 50) - histogram.percentile(0, *lower, 50);
    if (contrast < kMinContrast || histogram.mean_modulation(*lower, part) < kSteady ||
        histogram.count(0, *lower) < kMinFrames) {
      break;
    }
    part = *lower;
  }
  return part;
}

std::optional<Background> find_background(EnvelopeHistogram histogram, int softest_voice) {
  constexpr int kBins = EnvelopeHistogram::kBins;
  histogram.raise_floor(local_speech(histogram, softest_voice) - kSilentBelowSpeech);
  const int part = histogram.parting(kBins).value_or(kBins);
  const int lower = histogram.percentile(0, part, 50);
  const int upper = part < kBins ? histogram.percentile(part, kBins, 50) : lower;
  const int speech = std::max(upper, softest_voice);
  if (speech - lower < kMinContrast) return std::nullopt;
  // Where nobody speaks, both classes are background.
  const int end = upper - lower < kMinContrast ? kBins : background_end(histogram, part);
  if (histogram.count(0, end) < kMinFrames || histogram.mean_modulation(0, end) > kSteady) {
    return std::nullopt;
  }
  return Background{histogram.percentile(0, end, kBackgroundPercentile), speech};
}

}  // namespace

std::vector<Level> sound_thresholds(std::span<const Level> levels) {
  const auto envelope = make_envelope(levels);
  const EnvelopeHistogram whole(envelope);
  const int softest_voice = typical_speech(whole) - kSoftestVoice;
  const auto general = find_background(whole, softest_voice);

  const auto around = [&](std::size_t second, std::size_t radius) {
    const std::size_t begin = (second - std::min(second, radius)) * kFramesPerSecond;
    const std::size_t end = std::min(envelope.size(), (second + radius + 1) * kFramesPerSecond);
    return EnvelopeHistogram(std::span(envelope).subspan(begin, end - begin));
  };
  std::vector<Level> thresholds;
  for (std::size_t second = 0; second * kFramesPerSecond < levels.size(); ++second) {
    const auto near = around(second, kRadius);
    auto background = find_background(near, softest_voice);
    for (int i = 1; !background && i <= kWidenings; ++i) {
      background = find_background(around(second, kRadius << i), softest_voice);
    }
    if (!background) background = general;
    int threshold = std::max(local_speech(near, softest_voice) - kSilentBelowSpeech, kAlwaysSilent);
    if (background) {
      const int distance = background->speech - background->level;
      const int margin = std::max(distance / kMarginShare, kMinMargin);
      threshold = std::max(threshold, background->level + margin);
    }
    thresholds.push_back(static_cast<Level>(threshold));
  }
  return thresholds;
}

}  // namespace cmos
