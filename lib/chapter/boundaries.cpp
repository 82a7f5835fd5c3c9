#include "chapter/boundaries.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

namespace cmos {

namespace {

// A silence found may end a little behind where a word was found to start.
constexpr Time kTolerance{150};
constexpr Time kLeadIn{250};

double as_share(Time part, Time whole) {
  return std::clamp(static_cast<double>(part.count()) / static_cast<double>(whole.count()), 0.0,
                    1.0);
}

std::vector<bool> hosts_of(const Episode& episode) {
  std::vector<bool> hosts(episode.speakers.size());
  for (std::size_t i = 0; i < hosts.size(); ++i) {
    hosts[i] = episode.speakers[i].role.starts_with("host");
  }
  if (std::ranges::find(hosts, true) == hosts.end() && !episode.turns.empty()) {
    hosts[episode.turns.front().speaker] = true;
  }
  return hosts;
}

// What makes a boundary, and how much each of it counts; the sum is 1.
double strength_of(const Episode& episode, const Alignment& alignment, const Vocabulary& vocabulary,
                   std::size_t turn, std::size_t next, const ChapterTitle& title) {
  constexpr double kTitle = 0.6;    // A question that says something.
  constexpr double kShift = 0.2;    // Other words from here on.
  constexpr double kAnswer = 0.15;  // A minute or more until the host speaks again.
  constexpr double kPause = 0.05;   // Two seconds or more before it.
  const auto& turns = alignment.turns;
  const auto pause = turns[turn].start - turns[turn - 1].end;
  const auto until = next < turns.size() ? turns[next].start : alignment.duration;
  return kTitle * title.quality + kShift * vocabulary.shift(episode.turns[turn].first_word) +
         kAnswer * as_share(until - turns[turn].end, Time(60000)) +
         kPause * as_share(pause, Time(2000));
}

// What a boundary has to be worth to be one, as far as lengths allow.
constexpr double kNeeded = 0.5;

// The first chapter may be as short as the minimum; people introduce each other in it.
constexpr Time kIntroduction{180000};

// What a chapter of this length costs: next to nothing from two to five minutes, as much as the
// strongest boundary brings at one minute and at nine. At least twice the minimum is the ideal.
double cost_of(Time length, Time minimum) {
  const auto ideal = std::max(Time(180000), 2 * minimum);
  const auto ratio =
      std::log(static_cast<double>(length.count()) / static_cast<double>(ideal.count()));
  return std::pow(ratio / std::log(3.0), 4);
}

constexpr double kNever = std::numeric_limits<double>::infinity();

// Best division of [0, ends[i]).
struct Division {
  double cost = kNever;
  std::size_t last = 0;  // Where its last chapter begins: an index into the ends.
};

// What chapters cost grows ever faster with their length (up to twenty times the ideal), so a later
// beginning of the last chapter, once it is the better one, stays so for all later ends: Galil and
// Park, "Dynamic programming with convexity, concavity and sparsity", Theor. Comp. Sci. 92, 1992.
class DivisionSearch {
 public:
  DivisionSearch(const std::vector<Time>& ends, Time minimum)
      : ends_(ends), minimum_(minimum), best_(ends.size()) {
    best_[0].cost = 0;
  }

  // Ends are asked for in order; `gain` is what the boundary at this one brings.
  void find(std::size_t i, double gain) {
    while (next_ + 1 < lines_.size() && lines_[next_ + 1].from <= i) ++next_;
    best_[i] = {opening_cost(i), 0};
    if (next_ < lines_.size()) {
      const auto last = lines_[next_].last;
      if (const auto cost = cost_from(last, i); cost < best_[i].cost) best_[i] = {cost, last};
    }
    best_[i].cost -= gain;
    add(i);
  }

  std::vector<Division> take() && { return std::move(best_); }

 private:
  // The beginning that is best for ends from here to the next line's.
  struct Line {
    std::size_t from;
    std::size_t last;
  };

  // Of one chapter from 0.
  double opening_cost(std::size_t i) const {
    const auto length = ends_[i];
    const bool is_last = i + 1 == ends_.size();
    if (length <= Time(0) || (length < minimum_ && !is_last)) return kNever;
    return length < kIntroduction ? 0 : cost_of(length, minimum_);
  }

  double cost_from(std::size_t last, std::size_t i) const {
    const auto length = ends_[i] - ends_[last];
    if (length <= Time(0) || length < minimum_) return kNever;
    return best_[last].cost + cost_of(length, minimum_);
  }

  // The first end that is better reached from `last` than from `before`.
  std::size_t first_better(std::size_t before, std::size_t last) const {
    auto low = last + 1;
    auto high = ends_.size();
    while (low < high) {
      const auto middle = low + (high - low) / 2;
      if (cost_from(last, middle) < cost_from(before, middle)) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }

  void add(std::size_t last) {
    auto from = last + 1;
    while (lines_.size() > next_) {
      from = first_better(lines_.back().last, last);
      if (from > lines_.back().from) break;
      lines_.pop_back();
      from = last + 1;
    }
    if (from < ends_.size()) lines_.push_back({from, last});
  }

  const std::vector<Time>& ends_;
  Time minimum_;
  std::vector<Division> best_;
  std::vector<Line> lines_;  // By `from`.
  std::size_t next_ = 0;     // The line that is best for the end asked for.
};

std::vector<Division> best_divisions(const std::vector<Time>& ends,
                                     const std::vector<double>& gains, Time minimum) {
  DivisionSearch search(ends, minimum);
  for (std::size_t i = 1; i < ends.size(); ++i) search.find(i, gains[i]);
  return std::move(search).take();
}

}  // namespace

Time start_in_silence(const Alignment& alignment, std::span<const Interval> silences,
                      std::size_t word) {
  const auto start = alignment.words[word].time.start;
  const auto earliest = word > 0 ? alignment.words[word - 1].time.start : Time(-1);
  const auto after = std::ranges::lower_bound(silences, start, {}, &Interval::start);
  if (after == silences.begin()) return start;
  const auto& silence = *std::prev(after);
  if (silence.end + kTolerance < start || silence.end <= earliest) return start;
  const auto end = std::min(silence.end, start);
  return std::max(end - kLeadIn, silence.start + (end - silence.start) / 2);
}

std::vector<ChapterBoundary> possible_boundaries(const Episode& episode, const Alignment& alignment,
                                                 std::span<const Interval> silences) {
  const auto hosts = hosts_of(episode);
  const Vocabulary vocabulary(episode);
  std::vector<ChapterBoundary> result;
  std::size_t next = episode.turns.size();
  for (auto turn = episode.turns.size(); turn-- > 1;) {
    if (!hosts[episode.turns[turn].speaker]) continue;
    auto title = title_of_turn(episode, episode.turns[turn], vocabulary);
    if (!title.text.empty()) {
      const auto strength = strength_of(episode, alignment, vocabulary, turn, next, title);
      result.push_back({turn, start_in_silence(alignment, silences, episode.turns[turn].first_word),
                        std::move(title), strength});
    }
    next = turn;
  }
  std::ranges::reverse(result);
  return result;
}

std::vector<ChapterBoundary> choose_boundaries(const std::vector<ChapterBoundary>& possible,
                                               Time duration, Time minimum) {
  const auto count = possible.size() + 1;
  std::vector<Time> ends{
      Time(0)};  // Of the divisions [0, end), and the gain of each last boundary.
  std::vector<double> gains{0};
  ends.reserve(count + 1);
  gains.reserve(count + 1);
  for (const auto& boundary : possible) {
    ends.push_back(boundary.start);
    gains.push_back(boundary.strength - kNeeded);
  }
  ends.push_back(duration);
  gains.push_back(0);
  const auto best = best_divisions(ends, gains, minimum);
  std::vector<ChapterBoundary> chosen;
  if (std::isinf(best[count].cost)) return chosen;
  for (auto i = best[count].last; i > 0; i = best[i].last) chosen.push_back(possible[i - 1]);
  std::ranges::reverse(chosen);
  return chosen;
}

}  // namespace cmos
