#include "caption/retime.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstddef>
#include <numeric>
#include <utility>

namespace cmos {

namespace {

// Cues on either side of one whose offsets are one with its own.
constexpr std::size_t kNeighbours = 5;

// Twice what the start of a word that is heard is off by: 99 % lie within 50 ms of it
// (docs/alignment.md). The other one is what nobody sees.
constexpr Time kCueTolerance{60};
constexpr Time kRightTolerance{80};

// A cue that meets the one before may come this much later, for that one to be read: two frames of
// 24 a second (Netflix, Subtitle Timing Guidelines, section 1).
constexpr Time kLateBehindAnother{84};

// Two cues tell a rate if they are neither so near that their words' errors count nor so far that
// there may be a cut between them.
constexpr Time kNearestPair{5'000};
constexpr Time kFarthestPair{60'000};

// Frame rates in use (23.976 to 30) differ by up to a quarter. What differs by less than the
// second, or makes less than the third in all, is an error of measurement.
constexpr double kLargestRate = 1.26;
constexpr double kSmallestDrift = 0.0005;
constexpr Time kShortestDrift{100};

// Slopes that agree within this are of one rate.
constexpr double kSameRate = 0.02;

// Cues that touch or nearly do go on doing so.
constexpr Time kTouching{100};

constexpr Time kShortestCue{1};

struct Slope {
  double value;
  double weight;
};

Time times(Time time, double rate) {
  return std::chrono::round<Time>(
      std::chrono::duration<double, std::milli>(static_cast<double>(time.count()) * rate));
}

Time median(std::vector<Time> values) {
  const auto middle = values.begin() + std::ssize(values) / 2;
  std::ranges::nth_element(values, middle);
  return *middle;
}

class Retimer {
 public:
  explicit Retimer(std::span<const CueToRetime> cues) : cues_(cues), order_(cues.size()) {
    std::iota(order_.begin(), order_.end(), std::size_t{0});
    std::ranges::stable_sort(order_, {}, [&](std::size_t i) { return cues_[i].time.start; });
    for (const auto i : order_) {
      result_.push_back(cues_[i].time);
      if (cues_[i].heard_start) timed_.push_back(result_.size() - 1);
    }
  }

  std::vector<Interval> retime() {
    is_right_ = is_right();
    if (!is_right_) rate_ = find_rate();
    move_heard();
    move_unheard();
    keep_apart();
    std::vector<Interval> in_file_order(cues_.size());
    for (std::size_t i = 0; i < order_.size(); ++i) in_file_order[order_[i]] = result_[i];
    return in_file_order;
  }

 private:
  // In the order of the old times.
  const CueToRetime& cue(std::size_t i) const { return cues_[order_[i]]; }

  bool is_right() const {
    for (std::size_t k = 0; k < timed_.size(); ++k) {
      if (std::chrono::abs(common_offset(k)) > kRightTolerance) return false;
    }
    return true;
  }

  std::vector<Slope> slopes() const {
    std::vector<Slope> slopes;
    for (std::size_t k = 0; k < timed_.size(); ++k) {
      const auto& first = cue(timed_[k]);
      for (auto m = k + 1; m < timed_.size(); ++m) {
        const auto& second = cue(timed_[m]);
        const auto distance = second.time.start - first.time.start;
        if (distance > kFarthestPair) break;
        if (distance < kNearestPair) continue;
        const auto length = static_cast<double>(distance.count());
        const auto heard = static_cast<double>((*second.heard_start - *first.heard_start).count());
        slopes.push_back({heard / length, length});
      }
    }
    std::ranges::sort(slopes, {}, &Slope::value);
    return slopes;
  }

  // The weighted median of the slopes between cues that are near each other, if most agree on it.
  double find_rate() const {
    const auto slopes = this->slopes();
    const auto sum = [](double weight, const Slope& slope) { return weight + slope.weight; };
    const double all = std::accumulate(slopes.begin(), slopes.end(), 0.0, sum);
    double rate = 1;
    double below = 0;
    for (const auto& [value, weight] : slopes) {
      rate = value;
      below += weight;
      if (below * 2 >= all) break;
    }
    double agreeing = 0;
    for (const auto& [value, weight] : slopes) {
      if (std::abs(value - rate) <= kSameRate) agreeing += weight;
    }
    const bool is_telling = rate <= kLargestRate && rate >= 1 / kLargestRate && agreeing * 2 >= all;
    return is_telling && is_drift(rate) ? rate : 1;
  }

  bool is_drift(double rate) const {
    const auto span = cue(timed_.back()).time.start - cue(timed_.front()).time.start;
    return std::abs(rate - 1) >= kSmallestDrift &&
           std::chrono::abs(times(span, rate) - span) >= kShortestDrift;
  }

  Time offset(std::size_t i) const { return *cue(i).heard_start - times(cue(i).time.start, rate_); }

  // Of the k-th cue that is timed and those around it.
  Time common_offset(std::size_t k) const {
    const auto begin = k - std::min(k, kNeighbours);
    const auto end = std::min(k + kNeighbours + 1, timed_.size());
    std::vector<Time> offsets;
    offsets.reserve(end - begin);
    for (auto m = begin; m < end; ++m) offsets.push_back(offset(timed_[m]));
    return median(std::move(offsets));
  }

  bool belongs(std::size_t i, Time common) const {
    const bool meets = i > 0 && cue(i - 1).time.end == cue(i).time.start;
    const auto late = common - offset(i);
    return late >= -kCueTolerance && late <= kCueTolerance + (meets ? kLateBehindAnother : Time(0));
  }

  void move_heard() {
    for (std::size_t k = 0; k < timed_.size(); ++k) {
      const auto i = timed_[k];
      const auto common = common_offset(k);
      const bool is_common = belongs(i, common);
      const auto applied = is_right_ ? Time(0) : common;
      move(i, is_common ? applied : offset(i));
      if (!is_common && cue(i).heard_end) {
        result_[i].end = std::max(result_[i].end, *cue(i).heard_end);
      }
    }
  }

  void move(std::size_t i, Time offset) {
    const auto& time = cue(i).time;
    result_[i].start = std::max(times(time.start, rate_) + offset, Time(0));
    result_[i].end = result_[i].start + times(time.length(), rate_);
  }

  // Between two timed cues, before the first or behind the last.
  void move_unheard() {
    std::size_t next = 0;  // Of timed_.
    for (std::size_t i = 0; i < result_.size();) {
      if (next < timed_.size() && timed_[next] == i) {
        ++next;
        ++i;
        continue;
      }
      const auto end = next < timed_.size() ? timed_[next] : result_.size();
      move_run(i, end);
      i = end;
    }
  }

  void move_run(std::size_t first, std::size_t end) {
    if (timed_.empty()) return;
    for (auto i = first; i < end; ++i) {
      const bool follows =
          first > 0 && (end == result_.size() || cue(i).time.start - cue(first - 1).time.end <=
                                                     cue(end).time.start - cue(i).time.end);
      const auto nearest = follows ? first - 1 : end;
      move(i, result_[nearest].start - times(cue(nearest).time.start, rate_));
    }
    if (first > 0 && end < result_.size() && !fits(first, end)) squeeze(first, end);
  }

  bool fits(std::size_t first, std::size_t end) const {
    for (auto i = first; i <= end; ++i) {
      if (result_[i].start < result_[i - 1].start) return false;
    }
    const bool met_before = cue(end - 1).time.end <= cue(end).time.start;
    return !met_before || result_[end - 1].end <= result_[end].start;
  }

  // Less room than before: each cue keeps its share of it.
  void squeeze(std::size_t first, std::size_t end) {
    const Interval old{std::min(cue(first - 1).time.end, cue(first).time.start),
                       cue(end).time.start};
    const Interval now{std::min(result_[first - 1].end, result_[end].start), result_[end].start};
    const auto share = old.length() > Time(0) ? static_cast<double>(now.length().count()) /
                                                    static_cast<double>(old.length().count())
                                              : 0;
    for (auto i = first; i < end; ++i) {
      const auto& time = cue(i).time;
      result_[i] = {now.start + times(time.start - old.start, share),
                    now.start + times(time.end - old.start, share)};
    }
  }

  // Cues that did not overlap still do not, and those that touched still do.
  void keep_apart() {
    for (std::size_t i = 0; i < result_.size(); ++i) {
      auto& [start, end] = result_[i];
      if (i + 1 < result_.size()) {
        const auto gap = cue(i + 1).time.start - cue(i).time.end;
        const auto next = result_[i + 1].start;
        const bool touched = gap >= Time(0) && gap <= kTouching;
        if (touched && std::chrono::abs(next - gap - end) <= kTouching) end = next - gap;
        if (gap >= Time(0)) end = std::min(end, std::max(next, start));
      }
      if (cue(i).time.length() > Time(0)) end = std::max(end, start + kShortestCue);
    }
  }

  std::span<const CueToRetime> cues_;
  std::vector<std::size_t> order_;
  std::vector<Interval> result_;    // In the order of the old times.
  std::vector<std::size_t> timed_;  // Those of it that have a heard start.
  double rate_ = 1;
  bool is_right_ = false;
};

}  // namespace

std::vector<Interval> retime_cues(std::span<const CueToRetime> cues) {
  return Retimer(cues).retime();
}

}  // namespace cmos
