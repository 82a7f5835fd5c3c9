// Where chapters begin when the page does not say so.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "chapter/title.h"
#include "chapter/vocabulary.h"
#include "cmos/alignment.h"
#include "cmos/time.h"
#include "episode/episode.h"

namespace cmos {

// A turn that a chapter may begin with.
struct ChapterBoundary {
  std::size_t turn;
  Time start;
  ChapterTitle title;
  double strength;  // 0 to 1: how much it looks like the start of something new.
};

// Turns of the hosts (whose role begins with "host"; if nobody is declared so, of whoever speaks
// first; in a monologue every turn), but the episode's first one.
std::vector<ChapterBoundary> possible_boundaries(const Episode& episode, const Alignment& alignment,
                                                 std::span<const Interval> silences);

// Chooses those that divide [0, duration) best: strong ones, no chapter shorter than the minimum,
// lengths between one and eight minutes.
std::vector<ChapterBoundary> choose_boundaries(const std::vector<ChapterBoundary>& possible,
                                               Time duration, Time minimum);

// The time at which what begins with the word begins: in the silence in front of it, at most a
// quarter of a second before the silence's end, or at the word if there is none.
Time start_in_silence(const Alignment& alignment, std::span<const Interval> silences,
                      std::size_t word);

}  // namespace cmos
