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
// The same of music and of what else lasts.
constexpr double kMusicProbability = 0.001;
constexpr double kMusicMean = 60000;
// That speech and other sound follow each other without a silence: music that fades, for one.
constexpr double kUnsaidBesideSpeech = 50;

// Standard deviations: of the length of a sound, relative to its mean, the changes of pace from
// phrase to phrase included; of the places where silences begin and end (milliseconds).
constexpr double kSoundScatter = 0.7;
constexpr double kEdgeScatter = 80;

constexpr double kCannotBe = std::numeric_limits<double>::infinity();

constexpr double kBand = 60000;          // Milliseconds either side of the course.
constexpr double kMostSurplus = 600000;  // Milliseconds.

// What a stamp is worth at most, and what it loses for each millisecond that the word begins before
// or behind its second (docs/notes/alignment.md).
constexpr double kBelief = 3;
constexpr double kBeliefLoss = kBelief / 2000;
constexpr double kStampedSecond = 1000;

class Divider {
 public:
  Divider(std::span<const SpokenWord> words, std::span<const Interval> stretches,
          std::span<const StampedWord> stamps, std::span<const StampedWord> course)
      : words_(words), stretches_(stretches), stamps_(stamps), position_(words.size() + 1, 0) {
    for (std::size_t i = 0; i < words.size(); ++i) {
      position_[i + 1] = position_[i] + words[i].length;
    }
    double sound = 0;
    for (const auto& stretch : stretches) sound += length_of(stretch);
    for (const auto& [word, time] : course) course_.push_back({heard_until(time), position_[word]});
    course_.push_back({sound, position_.back()});
    surplus_ = std::clamp(sound - usual_pace() * position_.back(), 0.0, kMostSurplus);
    pace_ = (sound - surplus_) / position_.back();
    if (course.empty()) course_.back().heard -= surplus_;
  }

  Division divide() {
    const Column beginning{0, {{.cost = 0, .words_taken = 0}}};
    double heard = 0;
    for (std::size_t s = 0; s < stretches_.size(); ++s) {
      heard += length_of(stretches_[s]);
      columns_.push_back(next_column(s, heard, s > 0 ? columns_.back() : beginning));
    }
    const double cost = columns_.back().cost(words_.size());
    if (cost < kCannotBe) return {trace_back(), cost};
    std::vector<std::size_t> all_in_first(stretches_.size() + 1, words_.size());
    all_in_first.front() = 0;
    return {std::move(all_in_first), cost};
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
  // How far the text has come by a moment of the sound, silences left out.
  struct Milestone {
    double heard;
    double position;
  };

  double heard_until(Time time) const {
    double heard = 0;
    for (const auto& stretch : stretches_) {
      if (stretch.start >= time) break;
      heard += length_of({stretch.start, std::min(stretch.end, time)});
    }
    return heard;
  }

  // The median of the pace between points of the course, so that music between two of them does not
  // count.
  double usual_pace() const {
    std::vector<double> paces;
    paces.reserve(course_.size());
    Milestone before{0, 0};
    for (const Milestone& milestone : course_) {
      const double length = milestone.position - before.position;
      if (length > 0) paces.push_back((milestone.heard - before.heard) / length);
      before = milestone;
    }
    const auto middle = paces.begin() + static_cast<std::ptrdiff_t>(paces.size() / 2);
    std::ranges::nth_element(paces, middle);
    return std::min(*middle, kSlowestPace);
  }

  // The word that the course has at a moment of the sound; the last one's successor behind it.
  std::size_t word_at(double heard) const {
    Milestone before{0, 0};
    Milestone behind = course_.back();
    for (const Milestone& milestone : course_) {
      behind = milestone;
      if (milestone.heard > heard) break;
      before = milestone;
    }
    const double span = behind.heard - before.heard;
    const double share = span > 0 ? (heard - before.heard) / span : 1;
    const double position = before.position + share * (behind.position - before.position);
    const auto next = std::partition_point(position_.begin() + 1, position_.end(),
                                           [&](double p) { return p <= position; });
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
    column.states.reserve(last - first + 1);
    for (auto word = first; word <= last; ++word) {
      column.states.push_back(best_state(s, word, previous));
    }
    return column;
  }

  // A stretch takes at most three times the words that an even pace would put into it, or one.
  State best_state(std::size_t s, std::size_t end, const Column& previous) const {
    const double sound = length_of(stretches_[s]);
    State best{kCannotBe, 0};
    if (previous.contains(end)) best.cost = previous.cost(end) + unsaid_cost(s);
    const double pause = pause_cost(s, end);
    for (auto begin = end; begin-- > previous.first;) {
      if ((position_[end] - position_[begin + 1]) * pace_ > 3 * sound) break;
      if (!previous.contains(begin)) continue;
      const double cost = previous.cost(begin) +
                          said_cost(sound, position_[end] - position_[begin]) + pause -
                          belief(s, begin);
      if (cost < best.cost) best = {cost, static_cast<std::uint32_t>(end - begin)};
    }
    return best;
  }

  // In the stamp of a word that begins a stretch, if it has one.
  double belief(std::size_t s, std::size_t word) const {
    const auto stamp = std::ranges::lower_bound(stamps_, word, {}, &StampedWord::word);
    if (stamp == stamps_.end() || stamp->word != word) return 0;
    const auto late = static_cast<double>((stretches_[s].start - stamp->time).count());
    const double off = std::max({0.0, -late, late - kStampedSecond});
    return std::max(0.0, kBelief - kBeliefLoss * off);
  }

  // Part of a long stretch may say nothing.
  double said_cost(double sound, double length) const {
    const double mean = pace_ * length;
    const double variance =
        kSoundScatter * kSoundScatter * pace_ * mean + kEdgeScatter * kEdgeScatter;
    const double all = normal_cost(sound, mean, variance);
    if (sound <= mean) return all;
    return std::min(all, normal_cost(mean, mean, variance) + kUnsaidBesideSpeech +
                             unsaid_sound_cost(sound - mean));
  }

  double unsaid_sound_cost(double sound) const {
    return std::min(-std::log(kUnsaidProbability) + exponential_cost(sound, kUnsaidMean),
                    -std::log(kMusicProbability) + exponential_cost(sound, kMusicMean));
  }

  double unsaid_cost(std::size_t s) const {
    const double silence = silence_after(s);
    return unsaid_sound_cost(length_of(stretches_[s])) +
           (silence > 0 ? exponential_cost(silence, kUnsaidPause) : 0);
  }

  double pause_cost(std::size_t s, std::size_t end) const {
    const double silence = silence_after(s);
    if (silence <= 0 || end == 0) return 0;
    return kPauses[static_cast<std::size_t>(words_[end - 1].after)].cost(silence);
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
  std::span<const StampedWord> stamps_;
  std::vector<double> position_;  // Sounds before each word, and all of them.
  double surplus_;                // Milliseconds of sound for which there are no words.
  double pace_;                   // Milliseconds a sound.
  std::vector<Milestone> course_;
  std::vector<Column> columns_;  // One for each stretch.
};

}  // namespace

Division divide_words(std::span<const SpokenWord> words, std::span<const Interval> stretches,
                      std::span<const StampedWord> stamps, std::span<const StampedWord> course) {
  return Divider(words, stretches, stamps, course).divide();
}

std::vector<Interval> time_words(std::span<const SpokenWord> words,
                                 std::span<const Interval> stretches, const Division& division) {
  std::vector<Interval> times;
  times.reserve(words.size());
  for (std::size_t s = 0; s < stretches.size(); ++s) {
    const auto first = division.firsts[s];
    const auto said = words.subspan(first, division.firsts[s + 1] - first);
    double total = 0;
    for (const auto& word : said) total += word.length;
    const double pace = std::min(length_of(stretches[s]) / total, kSlowestPace);
    double position = 0;
    auto start = stretches[s].start;
    for (const auto& word : said) {
      position += word.length;
      const auto end = stretches[s].start + Time(std::llround(position * pace));
      times.push_back({start, end});
      start = end;
    }
  }
  return times;
}

}  // namespace cmos
