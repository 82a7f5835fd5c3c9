#include "align/stamp_trust.h"

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <functional>

#include "align/phrasing.h"

namespace cmos {
namespace {

using std::chrono::seconds;
using Stamps = std::vector<std::optional<Time>>;  // By turn.

// Stamps are floored to whole seconds.
constexpr Time kSecond{1000};
// How far from its stamp's second a turn may begin; and, where the more part of the stamps is that
// near, how far for the others: where a division is unsure, and the stamps are not.
constexpr Time kNearby{1000};
constexpr Time kFartherOff{3000};
// Of a shift that is worth a word, and how many stamps tell one from chance (as stamp_shift.cpp).
constexpr Time kLeastShift{2000};
constexpr std::size_t kFewestStamps = 5;

Stamps stamps_of(const Episode& episode) {
  Stamps stamps;
  stamps.reserve(episode.turns.size());
  for (const Turn& turn : episode.turns) stamps.push_back(turn.stamp);
  return stamps;
}

std::size_t count(const Stamps& stamps) {
  return static_cast<std::size_t>(
      std::ranges::count_if(stamps, [](const auto& stamp) { return stamp.has_value(); }));
}

// The longest strictly rising chain of them; of two that are equally long, the one whose stamps
// belong to earlier turns.
Stamps rising(const Stamps& stamps) {
  // Read from the end: by length - 1, the turn whose stamp is the latest that such a chain can
  // begin with; for each turn, the next one in its chain.
  std::vector<std::size_t> heads;
  std::vector<std::size_t> next(stamps.size(), stamps.size());
  for (std::size_t turn = stamps.size(); turn-- > 0;) {
    if (!stamps[turn]) continue;
    const auto place = std::ranges::lower_bound(heads, *stamps[turn], std::greater(),
                                                [&](std::size_t head) { return *stamps[head]; });
    if (place != heads.begin()) next[turn] = *(place - 1);
    if (place == heads.end()) {
      heads.push_back(turn);
    } else {
      *place = turn;
    }
  }
  Stamps chain(stamps.size());
  for (auto turn = heads.empty() ? stamps.size() : heads.back(); turn < stamps.size();
       turn = next[turn]) {
    chain[turn] = stamps[turn];
  }
  return chain;
}

// An episode's stamps against its sound.
class Court {
 public:
  Court(const Episode& episode, std::span<const SpokenWord> words, const VoiceActivity& sound)
      : episode_(episode), words_(words), sound_(sound) {}

  JudgedStamps judge() const {
    const Stamps stamps = stamps_of(episode_);
    if (count(stamps) == 0) return {stamps, std::nullopt};
    JudgedStamps plain{believed(stamps), std::nullopt};
    const Time shift = find_shift();
    if (std::chrono::abs(shift) < kLeastShift) return plain;
    const JudgedStamps shifted{believed(moved(stamps, -shift)), std::chrono::round<seconds>(shift)};
    const auto agreeing = count(shifted.stamps);
    const bool is_shifted = agreeing >= kFewestStamps && agreeing * 3 > count(stamps) * 2 &&
                            agreeing > count(plain.stamps);
    return is_shifted ? shifted : plain;
  }

 private:
  static Stamps moved(Stamps stamps, Time by) {
    for (auto& stamp : stamps) {
      if (stamp) *stamp += by;
      if (stamp && *stamp < Time{0}) stamp.reset();
    }
    return stamps;
  }

  std::vector<Interval> stretches() const {
    return sounding_stretches({Time{0}, sound_.duration}, sound_.silences);
  }

  // Turns may begin at their stamps also where no silence ends.
  std::vector<Interval> stretches_cut_at(const Stamps& stamps) const {
    std::vector<Interval> pieces = stretches();
    for (const auto& stamp : stamps) {
      if (!stamp) continue;
      const Time cut = find_turn_start(*stamp, *stamp + kSecond, sound_.silences);
      const auto piece = std::ranges::partition_point(
          pieces, [&](const Interval& stretch) { return stretch.end <= cut; });
      if (piece == pieces.end() || piece->start >= cut) continue;
      const Interval rest{cut, piece->end};
      piece->end = cut;
      pieces.insert(piece + 1, rest);
    }
    return pieces;
  }

  std::vector<StampedWord> stamped_words(const Stamps& stamps) const {
    std::vector<StampedWord> stamped;
    for (std::size_t turn = 0; turn < stamps.size(); ++turn) {
      if (stamps[turn]) stamped.push_back({episode_.turns[turn].first_word, *stamps[turn]});
    }
    return stamped;
  }

  // By how much most stamps are late or early if the words are divided without them. There is one.
  Time find_shift() const {
    const auto pieces = stretches();
    const auto times = time_words(words_, pieces, divide_words(words_, pieces));
    std::vector<Time> differences;
    differences.reserve(episode_.turns.size());
    for (const Turn& turn : episode_.turns) {
      if (turn.stamp)
        differences.push_back(*turn.stamp + kSecond / 2 - times[turn.first_word].start);
    }
    const auto middle = differences.begin() + static_cast<std::ptrdiff_t>(differences.size() / 2);
    std::ranges::nth_element(differences, middle);
    return *middle;
  }

  // Music and other sound without text may draw the course away from an even pace; stamps tell.
  Stamps believed(Stamps stamps) const {
    for (auto& stamp : stamps) {
      if (stamp && *stamp >= sound_.duration) stamp.reset();
    }
    const auto pieces = stretches_cut_at(stamps);
    const auto stamped = stamped_words(stamps);
    const auto evenly = divide_words(words_, pieces, stamped);
    const auto along = divide_words(words_, pieces, stamped, stamped_words(rising(stamps)));
    const auto times = time_words(words_, pieces, along.cost < evenly.cost ? along : evenly);
    const Stamps near = within(kNearby, stamps, times);
    const bool are_good = count(near) * 4 >= count(stamps) * 3;
    return rising(are_good ? within(kFartherOff, stamps, times) : near);
  }

  // The stamps within whose second, or that near to it, their turns begin.
  Stamps within(Time distance, Stamps stamps, std::span<const Interval> times) const {
    for (std::size_t turn = 0; turn < stamps.size(); ++turn) {
      auto& stamp = stamps[turn];
      if (!stamp) continue;
      const Time start = times[episode_.turns[turn].first_word].start;
      if (start < *stamp - distance || start >= *stamp + kSecond + distance) stamp.reset();
    }
    return stamps;
  }

  const Episode& episode_;
  std::span<const SpokenWord> words_;
  const VoiceActivity& sound_;
};

}  // namespace

JudgedStamps judge_stamps(const Episode& episode, std::span<const SpokenWord> words,
                          const std::optional<VoiceActivity>& sound) {
  if (!sound) return {rising(stamps_of(episode)), std::nullopt};
  return Court(episode, words, *sound).judge();
}

}  // namespace cmos
