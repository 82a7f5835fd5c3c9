#include "media/silence.h"

#include <algorithm>
#include <cstddef>

#include "media/noise.h"

namespace cmos {

namespace {

// A run of frames above the threshold is sound if it is as long as the shortest sounds of speech
// and somewhere clearly above; shorter ones are clicks, unless they lie close to sound (the release
// of a stop consonant).
constexpr std::size_t kShortestSound = 3;  // Frames.
constexpr std::size_t kClose = 8;          // Frames.
constexpr Level kClearly = 20;             // Tenths of a decibel.

constexpr std::size_t kMedian = 50;
constexpr std::size_t kSoftest = 5;  // Percentile that stands for silence where there is none.

struct Run {
  std::size_t begin;
  std::size_t end;
};

Time time_of(std::size_t frame) {
  return static_cast<Time::rep>(frame) * kFrame;
}

// Thresholds are given for the middle of each second; between them it changes evenly.
Level threshold_at(std::span<const Level> thresholds, std::size_t frame) {
  constexpr std::size_t kHalf = kFramesPerSecond / 2;
  const std::size_t position = frame < kHalf ? 0 : frame - kHalf;
  const std::size_t second = std::min(position / kFramesPerSecond, thresholds.size() - 1);
  const std::size_t next = std::min(second + 1, thresholds.size() - 1);
  const auto part = static_cast<int>(position % kFramesPerSecond);
  return static_cast<Level>(thresholds[second] + (thresholds[next] - thresholds[second]) * part /
                                                     static_cast<int>(kFramesPerSecond));
}

std::vector<Run> loud_runs(std::span<const Level> levels, std::span<const Level> thresholds) {
  std::vector<Run> runs;
  for (std::size_t i = 0; i < levels.size(); ++i) {
    const std::size_t begin = i;
    int most = 0;
    for (; i < levels.size(); ++i) {
      const int above = levels[i] - threshold_at(thresholds, i);
      if (above <= 0) break;
      most = std::max(most, above);
    }
    if (most > kClearly) runs.push_back({begin, i});
  }
  return runs;
}

std::vector<Run> without_clicks(std::span<const Run> runs) {
  const auto is_long = [](const Run& run) { return run.end - run.begin >= kShortestSound; };
  std::vector<Run> sounds;
  for (std::size_t i = 0; i < runs.size(); ++i) {
    const Run& run = runs[i];
    const bool after_sound = i > 0 && is_long(runs[i - 1]) && run.begin - runs[i - 1].end <= kClose;
    const bool before_sound =
        i + 1 < runs.size() && is_long(runs[i + 1]) && runs[i + 1].begin - run.end <= kClose;
    if (is_long(run) || after_sound || before_sound) sounds.push_back(run);
  }
  return sounds;
}

double decibels(std::vector<Level> levels, std::size_t percentile) {
  if (levels.empty()) return kDigitalSilence / 10.;
  const auto at =
      levels.begin() + static_cast<std::ptrdiff_t>((levels.size() - 1) * percentile / 100);
  std::ranges::nth_element(levels, at);
  return *at / 10.;
}

}  // namespace

SilenceMap find_silences(std::span<const Level> levels, Time duration, Time minimum) {
  const auto thresholds = sound_thresholds(levels);
  const auto sounds = without_clicks(loud_runs(levels, thresholds));
  SilenceMap map;
  std::vector<Level> silent;
  std::vector<Level> loud;
  const auto append = [&](std::vector<Level>& to, Run run) {
    const auto part = levels.subspan(run.begin, run.end - run.begin);
    to.insert(to.end(), part.begin(), part.end());
  };
  const auto take_silence = [&](Run run) {
    append(silent, run);
    const Interval silence{time_of(run.begin), std::min(time_of(run.end), duration)};
    if (silence.length() >= std::max(minimum, Time(1))) map.silences.push_back(silence);
  };
  std::size_t at = 0;
  for (const Run& sound : sounds) {
    take_silence({at, sound.begin});
    append(loud, sound);
    at = sound.end;
  }
  take_silence({at, levels.size()});
  map.levels.noise_floor = silent.empty() ? decibels(loud, kSoftest) : decibels(silent, kMedian);
  map.levels.speech = decibels(loud, kMedian);
  map.levels.threshold = decibels(thresholds, kMedian);
  return map;
}

}  // namespace cmos
