#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

#include "align/boundary.h"

namespace cmos {
namespace {

constexpr std::size_t kBands = BandLevels::kBands;
constexpr SoundTime kLevelStep{BandLevels::kStepMilliseconds};
// Levels are compared in 1/64 nat.
constexpr std::int32_t kNatLevel = 64;
constexpr std::int32_t kLevelUnit = kNatLevel / BandLevels::kPerNat;
// Steps on each side of a moment that tell how the sound changes there, at once and more
// slowly.
constexpr std::ptrdiff_t kNear = 2;
constexpr std::ptrdiff_t kFar = 5;
// Steps behind a word's end that still may sound.
constexpr std::ptrdiff_t kTailSteps = 20;
// Steps around the choices that are looked at.
constexpr std::ptrdiff_t kAroundChoices = 20;
// Steps of a pause whose quietest part is its level.
constexpr std::ptrdiff_t kPauseSteps = 400;
constexpr std::ptrdiff_t kPauseAtLeast = 6;

using LevelSum = std::array<std::int32_t, kBands>;

std::ptrdiff_t step_at(SoundTime time) {
  return static_cast<std::ptrdiff_t>(std::floor(time / kLevelStep));
}

struct StepRange {
  std::ptrdiff_t first;
  std::ptrdiff_t end;
};

// How far from where the search has it a boundary is looked for.
StepRange range_of(const Boundary& boundary) {
  constexpr SoundTime kAround{50};
  constexpr SoundTime kBeforePause{100};
  constexpr SoundTime kIntoPause{220};  // A final stop's closure and release.
  constexpr SoundTime kBehindPause{60};
  constexpr SoundTime kLeftOfPause{10};
  constexpr SoundTime kClosure{120};  // Of a first stop, silent as the pause before it.
  SoundTime first = boundary.start - kAround;
  SoundTime last = boundary.end + kAround;
  const bool is_at_pause =
      boundary.kind == BoundaryKind::pause_start || boundary.kind == BoundaryKind::pause_end;
  if (is_at_pause && boundary.start == boundary.end) return {0, 0};  // At the sound's ends.
  if (boundary.kind == BoundaryKind::pause_start) {
    first = boundary.start - kBeforePause;
    last = std::min(boundary.start + kIntoPause, boundary.end - kLeftOfPause);
  } else if (boundary.kind == BoundaryKind::pause_end) {
    first = std::max(boundary.end - kBehindPause, boundary.start + kLeftOfPause);
    last = boundary.end + kBehindPause;
  } else if (boundary.kind == BoundaryKind::slip_end) {
    first = boundary.end - kAround;
    if (is_stop(boundary.right)) {
      first = std::max(boundary.end - kClosure, std::min(boundary.start, first));
    }
  }
  return {step_at(first) + 1, step_at(last) + 1};
}

// The levels around a boundary, and what was added up of them.
class Surroundings {
 public:
  Surroundings(const Boundary& boundary, StepRange choices,
               std::span<const BandLevels::Levels> levels)
      : boundary_(boundary),
        levels_(levels),
        start_(step_at(boundary.start)),
        end_(step_at(boundary.end)),
        left_end_(ends_pause(boundary.kind) ? end_ : start_),
        first_(choices.first - kAroundChoices) {
    const std::ptrdiff_t end = choices.end + kAroundChoices;
    const auto right_start = boundary.kind == BoundaryKind::pause_start ? start_ : end_;
    const LevelSum left = level_before(left_end_, boundary.left_length);
    const LevelSum right = level_behind(right_start, boundary.right_length);
    const LevelSum pause = pause_level();
    loudest_ = loudest(first_, end);
    for (std::ptrdiff_t step = first_; step < end; ++step) add(step, left, right, pause);
  }

  BoundaryChoices::Features features(std::ptrdiff_t step) const;

 private:
  struct Sums {
    LevelSum levels{};
    LevelSum above_pause{};
    std::int32_t loudest_above_pause = 0;
    std::int32_t loud_above_pause = 0;
    std::int32_t side = 0;
  };

  std::int32_t level(std::ptrdiff_t step, std::size_t band) const {
    const auto last = std::ssize(levels_) - 1;
    return kLevelUnit *
           std::int32_t{
               levels_[static_cast<std::size_t>(std::clamp(step, std::ptrdiff_t{0}, last))][band]};
  }
  const Sums& sums(std::ptrdiff_t step) const {
    return sums_[static_cast<std::size_t>(step - first_)];
  }
  LevelSum mean(std::ptrdiff_t first, std::ptrdiff_t end) const;
  LevelSum level_before(std::ptrdiff_t step, SoundTime length) const;
  LevelSum level_behind(std::ptrdiff_t step, SoundTime length) const;
  LevelSum loudest(std::ptrdiff_t first, std::ptrdiff_t end) const;
  LevelSum pause_level() const;
  std::int32_t side(std::ptrdiff_t step, const LevelSum& left, const LevelSum& right) const;
  void add(std::ptrdiff_t step, const LevelSum& left, const LevelSum& right, const LevelSum& pause);
  // Of `member`, what [first, end) adds up to.
  template <typename Member>
  std::int32_t between(Member member, std::ptrdiff_t first, std::ptrdiff_t end) const {
    return sums(end).*member - sums(first).*member;
  }

  const Boundary& boundary_;
  std::span<const BandLevels::Levels> levels_;
  std::ptrdiff_t start_;
  std::ptrdiff_t end_;
  std::ptrdiff_t left_end_;  // Where the search has the end of what lies to the left.
  std::ptrdiff_t first_;
  LevelSum loudest_{};
  std::vector<Sums> sums_{1};  // Of the steps from first_ to before each.
};

LevelSum Surroundings::mean(std::ptrdiff_t first, std::ptrdiff_t end) const {
  LevelSum sum{};
  for (std::size_t band = 0; band < kBands; ++band) {
    for (std::ptrdiff_t step = first; step < end; ++step) sum[band] += level(step, band);
    sum[band] /= static_cast<std::int32_t>(end - first);
  }
  return sum;
}

// The steps of a phone that are typical of it: near the boundary, but not at it.
std::ptrdiff_t typical_steps(SoundTime length) {
  return std::clamp(step_at(length), std::ptrdiff_t{6}, std::ptrdiff_t{16});
}

LevelSum Surroundings::level_before(std::ptrdiff_t step, SoundTime length) const {
  return mean(step - typical_steps(length), step - kNear);
}

LevelSum Surroundings::level_behind(std::ptrdiff_t step, SoundTime length) const {
  return mean(step + kNear, step + typical_steps(length));
}

LevelSum Surroundings::loudest(std::ptrdiff_t first, std::ptrdiff_t end) const {
  LevelSum result{};
  for (std::size_t band = 0; band < kBands; ++band) {
    for (std::ptrdiff_t step = first; step < end; ++step) {
      result[band] = std::max(result[band], level(step, band));
    }
  }
  return result;
}

// The mean of the quietest quarter.
LevelSum Surroundings::pause_level() const {
  std::ptrdiff_t first = start_;
  std::ptrdiff_t end = std::max(end_, start_ + kPauseAtLeast);
  if (ends_pause(boundary_.kind)) first = std::max(first, end - kPauseSteps);
  end = std::min(end, first + kPauseSteps);
  const std::ptrdiff_t quiet = std::max((end - first) / 4, std::ptrdiff_t{3});
  LevelSum result{};
  std::vector<std::int32_t> sorted(static_cast<std::size_t>(end - first));
  for (std::size_t band = 0; band < kBands; ++band) {
    for (std::ptrdiff_t i = 0; i < end - first; ++i) {
      sorted[static_cast<std::size_t>(i)] = level(first + i, band);
    }
    std::ranges::sort(sorted);
    result[band] = std::accumulate(sorted.begin(), sorted.begin() + quiet, std::int32_t{0}) /
                   static_cast<std::int32_t>(quiet);
  }
  return result;
}

// On which side of the way between two sounds a step lies: 1/2 like the left one, -1/2 like the
// right one, in 1/256.
std::int32_t Surroundings::side(std::ptrdiff_t step, const LevelSum& left,
                                const LevelSum& right) const {
  constexpr std::int64_t kUnit = 256;
  std::int64_t distance = std::int64_t{4} * kNatLevel * kNatLevel;  // Like sounds tell little.
  std::int64_t product = 0;
  for (std::size_t band = 0; band < kBands; ++band) {
    const std::int64_t change = left[band] - right[band];
    distance += change * change;
    product += change * (2 * level(step, band) - left[band] - right[band]);
  }
  return static_cast<std::int32_t>(std::clamp(kUnit * product / (2 * distance), -kUnit, kUnit));
}

void Surroundings::add(std::ptrdiff_t step, const LevelSum& left, const LevelSum& right,
                       const LevelSum& pause) {
  constexpr std::int32_t kAudible = kNatLevel;  // Above the pause.
  constexpr std::int32_t kClear = 3 * kNatLevel / 2;
  constexpr std::int32_t kMost = 2 * kNatLevel;
  Sums next = sums_.back();
  std::int32_t most = -kNatLevel;
  for (std::size_t band = 0; band < kBands; ++band) {
    const std::int32_t above = level(step, band) - pause[band];
    next.levels[band] += level(step, band);
    next.above_pause[band] += std::clamp(above - kAudible, -kNatLevel, kMost);
    most = std::max(most, above - kClear);
  }
  most = std::min(most, kMost);
  next.loudest_above_pause += most;
  next.loud_above_pause += std::max(most, 0);
  next.side += side(step, left, right);
  sums_.push_back(next);
}

BoundaryChoices::Features Surroundings::features(std::ptrdiff_t step) const {
  BoundaryChoices::Features features{};
  std::size_t count = 0;
  const auto put = [&](std::int32_t value) { features[count++] = value; };
  const auto away = static_cast<std::int32_t>(step - left_end_);
  put(away);
  put(std::abs(away));
  put(away * away);
  put(sums(step).side);
  const std::int32_t before = between(&Sums::side, step - kNear, step);
  const std::int32_t behind = between(&Sums::side, step, step + kNear);
  put(before - behind);
  put(std::abs(before + behind));
  put(sums(step).loudest_above_pause);
  put(between(&Sums::loud_above_pause, step, step + kTailSteps));
  std::int32_t change = 0;
  for (std::size_t band = 0; band < kBands; ++band) {
    const auto sum = [&](std::ptrdiff_t first, std::ptrdiff_t end) {
      return sums(end).levels[band] - sums(first).levels[band];
    };
    const auto above = [&](std::ptrdiff_t first, std::ptrdiff_t end) {
      return sums(end).above_pause[band] - sums(first).above_pause[band];
    };
    const std::int32_t near = sum(step, step + kNear) - sum(step - kNear, step);
    change += std::abs(near);
    put(near);
    put(sum(step, step + kFar) - sum(step - kFar, step));
    put(sums(step).above_pause[band]);
    put(above(step - kNear, step));
    put(above(step, step + kNear));
    put(sum(step, step + kNear) - static_cast<std::int32_t>(kNear) * loudest_[band]);
  }
  put(change);
  return features;
}

}  // namespace

BoundaryChoices boundary_choices(const Boundary& boundary,
                                 std::span<const BandLevels::Levels> levels) {
  StepRange range = range_of(boundary);
  range.first = std::max(range.first, std::ptrdiff_t{1});
  range.end = std::min(range.end, std::ssize(levels));
  BoundaryChoices choices;
  if (range.first >= range.end) return choices;
  const Surroundings surroundings(boundary, range, levels);
  choices.first_step = static_cast<std::size_t>(range.first);
  choices.features.reserve(static_cast<std::size_t>(range.end - range.first));
  for (std::ptrdiff_t step = range.first; step < range.end; ++step) {
    choices.features.push_back(surroundings.features(step));
  }
  return choices;
}

}  // namespace cmos
