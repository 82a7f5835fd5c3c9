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

std::vector<Boundary> possible_boundaries(const Episode& episode, const Alignment& alignment,
                                          std::span<const Interval> silences) {
  const auto hosts = hosts_of(episode);
  const Vocabulary vocabulary(episode);
  std::vector<Boundary> result;
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

std::vector<Boundary> choose_boundaries(const std::vector<Boundary>& possible, Time duration,
                                        Time minimum) {
  // Best division of [0, start of boundary i) for each i, and of the whole for the last entry.
  struct Division {
    double cost = std::numeric_limits<double>::infinity();
    std::size_t last = 0;  // 1 + the boundary before; 0 for none.
  };
  const auto start = [&](std::size_t i) { return i == 0 ? Time(0) : possible[i - 1].start; };
  const auto count = possible.size() + 1;
  std::vector<Division> best(count + 1);
  best[0].cost = 0;
  for (std::size_t i = 1; i <= count; ++i) {
    const auto end = i == count ? duration : start(i);
    const auto gain = i == count ? 0 : possible[i - 1].strength - kNeeded;
    for (std::size_t j = 0; j < i; ++j) {
      const auto length = end - start(j);
      if (length <= Time(0) || (length < minimum && (i < count || j > 0))) continue;
      const bool is_introduction = j == 0 && length < kIntroduction;
      const auto cost = best[j].cost + (is_introduction ? 0 : cost_of(length, minimum)) - gain;
      if (cost < best[i].cost) best[i] = {cost, j};
    }
  }
  std::vector<Boundary> chosen;
  if (std::isinf(best[count].cost)) return chosen;
  for (auto i = best[count].last; i > 0; i = best[i].last) chosen.push_back(possible[i - 1]);
  std::ranges::reverse(chosen);
  return chosen;
}

}  // namespace cmos
