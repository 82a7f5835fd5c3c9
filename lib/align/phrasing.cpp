#include "align/phrasing.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <limits>
#include <numbers>
#include <utility>

namespace cmos {

namespace {

// All costs are negative natural logarithms of probabilities or of densities a millisecond.

double exponential_cost(double length, double mean) {
  return std::log(mean) + length / mean;
}

double normal_cost(double length, double mean, double variance) {
  const double difference = length - mean;
  return (difference * difference / variance + std::log(2 * std::numbers::pi * variance)) / 2;
}

double length_of(const Interval& interval) {
  return static_cast<double>(interval.length().count());
}

// How often there is a silence behind a word, and how long it lasts on average (milliseconds).
struct Pause {
  double probability;
  double mean;

  // What it costs that there is one rather than none.
  double cost(double silence) const {
    return std::log((1 - probability) / probability) + exponential_cost(silence, mean);
  }
};

constexpr std::array<Pause, 5> kPauses{{
    {.probability = 0.04, .mean = 350},  // Break::none
    {.probability = 0.40, .mean = 400},  // Break::clause
    {.probability = 0.85, .mean = 650},  // Break::sentence
    {.probability = 0.92, .mean = 800},  // Break::paragraph
    {.probability = 0.92, .mean = 800},  // Break::turn
}};

// Sound in which nothing of the text is said: how often, and how long (milliseconds).
constexpr double kUnsaidProbability = 0.03;
constexpr double kUnsaidMean = 700;
constexpr double kUnsaidPause = 500;

// Standard deviations: of the length of a sound, relative to its mean, the changes of pace from
// phrase to phrase included; of the places where silences begin and end (milliseconds).
constexpr double kSoundScatter = 0.7;
constexpr double kEdgeScatter = 80;

constexpr double kBand = 15000;          // Milliseconds either side of an even pace.
constexpr double kMostSurplus = 600000;  // Milliseconds.

class Divider {
 public:
  Divider(std::span<const SpokenWord> words, std::span<const Interval> stretches)
      : words_(words), stretches_(stretches), position_(words.size() + 1, 0) {
    for (std::size_t i = 0; i < words.size(); ++i) {
      position_[i + 1] = position_[i] + words[i].length;
    }
    double sound = 0;
    for (const auto& stretch : stretches) sound += length_of(stretch);
    surplus_ = std::clamp(sound - kSlowestPace * position_.back(), 0.0, kMostSurplus);
    pace_ = (sound - surplus_) / position_.back();
  }

  std::vector<std::size_t> divide() {
    const Column beginning{0, {{.cost = 0, .words_taken = 0}}};
    double heard = 0;
    for (std::size_t s = 0; s < stretches_.size(); ++s) {
      heard += length_of(stretches_[s]);
      columns_.push_back(next_column(s, heard, s > 0 ? columns_.back() : beginning));
    }
    return trace_back();
  }

 private:
  // The likeliest way to have said all words before one by the end of a stretch.
  struct State {
    double cost;
    std::uint32_t words_taken;  // In that stretch.
  };
  struct Column {
    std::size_t first;  // The word that states[0] stands before.
    std::vector<State> states;

    bool contains(std::size_t word) const { return word >= first && word - first < states.size(); }
    double cost(std::size_t word) const { return states[word - first].cost; }
  };

  // The word that an even pace puts at a moment of the sound; the last one's successor behind it.
  std::size_t word_at(double moment) const {
    const auto next = std::partition_point(position_.begin() + 1, position_.end(),
                                           [&](double p) { return p * pace_ <= moment; });
    return static_cast<std::size_t>(next - position_.begin()) - 1;
  }

  Column next_column(std::size_t s, double heard, const Column& previous) const {
    auto first = words_.size();
    auto last = words_.size();
    if (s + 1 < stretches_.size()) {
      first = word_at(heard - surplus_ - kBand);
      last = word_at(heard + kBand);
    }
    Column column{first, {}};
    for (auto word = first; word <= last; ++word) {
      column.states.push_back(best_state(s, word, previous));
    }
    return column;
  }

  // A stretch takes at most three times the words that an even pace would put into it, or one.
  State best_state(std::size_t s, std::size_t end, const Column& previous) const {
    const double sound = length_of(stretches_[s]);
    State best{std::numeric_limits<double>::infinity(), 0};
    if (previous.contains(end)) best.cost = previous.cost(end) + unsaid_cost(s);
    const double pause = pause_cost(s, end);
    for (auto begin = end; begin-- > previous.first;) {
      if ((position_[end] - position_[begin + 1]) * pace_ > 3 * sound) break;
      if (!previous.contains(begin)) continue;
      const double cost =
          previous.cost(begin) + said_cost(sound, position_[end] - position_[begin]) + pause;
      if (cost < best.cost) best = {cost, static_cast<std::uint32_t>(end - begin)};
    }
    return best;
  }

  double said_cost(double sound, double length) const {
    const double mean = pace_ * length;
    const double variance =
        kSoundScatter * kSoundScatter * pace_ * mean + kEdgeScatter * kEdgeScatter;
    return normal_cost(sound, mean, variance);
  }

  double unsaid_cost(std::size_t s) const {
    return -std::log(kUnsaidProbability) + exponential_cost(length_of(stretches_[s]), kUnsaidMean) +
           exponential_cost(silence_after(s), kUnsaidPause);
  }

  double pause_cost(std::size_t s, std::size_t end) const {
    if (s + 1 == stretches_.size() || end == 0) return 0;
    return kPauses[static_cast<std::size_t>(words_[end - 1].after)].cost(silence_after(s));
  }

  double silence_after(std::size_t s) const {
    if (s + 1 == stretches_.size()) return 0;
    return length_of({stretches_[s].end, stretches_[s + 1].start});
  }

  std::vector<std::size_t> trace_back() const {
    std::vector<std::size_t> result(stretches_.size() + 1, words_.size());
    for (auto s = stretches_.size(); s-- > 0;) {
      const auto end = result[s + 1];
      result[s] = end - columns_[s].states[end - columns_[s].first].words_taken;
    }
    return result;
  }

  std::span<const SpokenWord> words_;
  std::span<const Interval> stretches_;
  std::vector<double> position_;  // Sounds before each word, and all of them.
  double surplus_;                // Milliseconds of sound for which there are no words.
  double pace_;                   // Milliseconds a sound.
  std::vector<Column> columns_;   // One for each stretch.
};

}  // namespace

std::vector<std::size_t> divide_words(std::span<const SpokenWord> words,
                                      std::span<const Interval> stretches) {
  return Divider(words, stretches).divide();
}

}  // namespace cmos
