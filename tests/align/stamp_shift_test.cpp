#include "align/stamp_shift.h"

#include <catch2/catch.hpp>

#include "align/spoken_episode.h"

using namespace cmos;

namespace {

std::vector<StampedStart> starts_with_shift(std::vector<int> stamp_seconds, int shift_ms) {
  std::vector<StampedStart> starts;
  for (const int second : stamp_seconds) {
    const Time stamp = std::chrono::seconds(second);
    starts.push_back({stamp, stamp + Time(500 - shift_ms)});
  }
  return starts;
}

}  // namespace

TEST_CASE("Stamps that are all late by the same time are one shift") {
  CHECK(find_constant_shift(starts_with_shift({20, 40, 60, 80, 100, 130}, 15000)) == Time(15000));
  CHECK(find_constant_shift(starts_with_shift({20, 40, 60, 80, 100, 130}, -15000)) == Time(-15000));
}

TEST_CASE("A few stamps that are wrong by themselves do not hide a shift of the others") {
  auto starts = starts_with_shift({20, 40, 60, 80, 100, 130, 150, 180, 200, 220}, 15000);
  starts[3].start += std::chrono::seconds(40);
  starts[7].start -= std::chrono::seconds(9);
  CHECK(find_constant_shift(starts) == Time(15000));
}

TEST_CASE("True stamps, wild ones and too few are no shift") {
  CHECK_FALSE(find_constant_shift(starts_with_shift({20, 40, 60, 80, 100, 130}, 300)));
  CHECK_FALSE(find_constant_shift(starts_with_shift({20, 40, 60, 80}, 15000)));
  auto wild = starts_with_shift({20, 40, 60, 80, 100, 130}, 5000);
  for (std::size_t i = 0; i < wild.size(); ++i) {
    wild[i].start += std::chrono::seconds(static_cast<int>(i) * 7);
  }
  CHECK_FALSE(find_constant_shift(wild));
}

TEST_CASE("Turns that are not sure do not count for a shift") {
  Episode episode;
  Alignment alignment;
  for (int i = 0; i < 6; ++i) {
    add_turn(episode, std::chrono::seconds(20 * (i + 1)), "word");
    const Time start = std::chrono::seconds(20 * (i + 1) - 15);
    alignment.words.push_back({{start, start + Time(300)}, 0.9F});
    alignment.turns.push_back(alignment.words.back().time);
  }
  CHECK(find_constant_shift(episode, alignment) == std::chrono::seconds(16));
  for (auto& word : alignment.words) word.confidence = 0.1F;
  CHECK_FALSE(find_constant_shift(episode, alignment));
}
