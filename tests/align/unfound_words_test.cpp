#include "align/unfound_words.h"

#include <catch2/catch.hpp>
#include <chrono>
#include <optional>
#include <vector>

#include "support/spoken_episode.h"

using namespace cmos;
using namespace std::chrono_literals;

namespace {

// Two turns of four words each. Those between 5 and 25 s of a sound without silences are not found:
// where they are laid out.
std::vector<Interval> laid_out(std::size_t first, std::size_t end) {
  SpokenEpisode spoken;
  spoken.turn("Ann", "We wrote small tools.").turn("Bob", "And people liked them.");
  const SoundTime before(5000);
  const SoundTime behind(25'000);
  std::vector<std::optional<SoundInterval>> spans(8);
  for (std::size_t i = 0; i < spans.size(); ++i) {
    if (i < first) spans[i] = SoundInterval{before - SoundTime(100), before};
    if (i >= end) spans[i] = SoundInterval{behind, behind + SoundTime(100)};
  }
  AudioInfo info;
  info.duration = 30s;
  CHECK(lay_out_unfound(spoken.episode, info, spans).empty());
  std::vector<Interval> times;
  for (auto i = first; i < end; ++i) {
    times.push_back({to_time(spans[i]->start), to_time(spans[i]->end)});
  }
  return times;
}

}  // namespace

TEST_CASE("words that were not found are near those of their turn that were") {
  const auto beginning = laid_out(4, 5);
  CHECK(beginning.at(0).start > 24s);
  CHECK(beginning.at(0).end <= 25s);
  const auto ending = laid_out(2, 4);
  CHECK(ending.at(0).start >= 5s);
  CHECK(ending.at(1).end < 8s);
}
