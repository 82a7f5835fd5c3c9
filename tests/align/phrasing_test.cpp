#include "align/phrasing.h"

#include <rapidcheck.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <cstdint>

using namespace std::chrono_literals;
using cmos::Break;
using cmos::divide_words;
using cmos::Interval;
using cmos::SpokenWord;
using cmos::StampedWord;
using cmos::time_words;

namespace {

using Firsts = std::vector<std::size_t>;

std::vector<SpokenWord> words_with_breaks(std::size_t count,
                                          const std::vector<std::size_t>& sentence_ends) {
  std::vector<SpokenWord> words(count, {5, Break::none});
  for (const auto i : sentence_ends) words[i].after = Break::sentence;
  return words;
}

}  // namespace

TEST_CASE("sentences end at silences though the pace changes") {
  // Even pace would put the silence behind the eighth word.
  const auto words = words_with_breaks(16, {5, 15});
  const std::vector<Interval> stretches{{0ms, 2500ms}, {3000ms, 5500ms}};
  CHECK(divide_words(words, stretches).firsts == Firsts{0, 6, 16});
}

TEST_CASE("a silence far from any sentence's end is a hesitation") {
  const auto words = words_with_breaks(40, {19, 39});
  const std::vector<Interval> stretches{{0ms, 3000ms}, {3300ms, 6300ms}, {7000ms, 13000ms}};
  const auto firsts = divide_words(words, stretches).firsts;
  CHECK(firsts.at(1) > 6);
  CHECK(firsts.at(1) < 14);
  CHECK(firsts.at(2) == 20);
}

TEST_CASE("a cough between sentences takes no words") {
  const auto words = words_with_breaks(20, {9, 19});
  const std::vector<Interval> stretches{{0ms, 4000ms}, {4600ms, 4700ms}, {5300ms, 9300ms}};
  CHECK(divide_words(words, stretches).firsts == Firsts{0, 10, 10, 20});
}

TEST_CASE("a minute of music takes no words") {
  const auto words = words_with_breaks(20, {9, 19});
  const std::vector<Interval> stretches{{0ms, 4000ms}, {4500ms, 64500ms}, {65000ms, 69000ms}};
  CHECK(divide_words(words, stretches).firsts == Firsts{0, 10, 10, 20});
}

TEST_CASE("a stamp decides which of two stretches a word begins that fit equally well") {
  const auto words = words_with_breaks(10, {4, 9});
  const std::vector<Interval> stretches{
      {0ms, 2350ms}, {3000ms, 5350ms}, {6000ms, 8350ms}, {9000ms, 9100ms}};
  const auto begin_of_second = [&](std::vector<StampedWord> stamps) {
    const auto division = divide_words(words, stretches, stamps);
    return time_words(words, stretches, division).at(5).start;
  };
  CHECK(begin_of_second({{5, 3s}}) == 3s);
  CHECK(begin_of_second({{5, 6s}}) == 6s);
}

TEST_CASE("a stamp does not draw a word out of its sentence") {
  const auto words = words_with_breaks(20, {9, 19});
  const std::vector<Interval> stretches{{0ms, 4700ms}, {5500ms, 10200ms}};
  const std::vector<StampedWord> stamps{{3, 5s}};
  CHECK(divide_words(words, stretches, stamps).firsts == Firsts{0, 10, 20});
}

TEST_CASE("a course that words cannot follow costs more than any other") {
  const auto words = words_with_breaks(2000, {1999});
  std::vector<Interval> stretches;
  for (auto start = 0s; start < 940s; start += 10s) stretches.push_back({start, start + 9500ms});
  const std::vector<StampedWord> course{{1990, 1s}};
  const auto along = divide_words(words, stretches, {}, course);
  CHECK(along.cost > divide_words(words, stretches).cost);
  CHECK(along.firsts.front() == 0U);
  CHECK(along.firsts.back() == 2000U);
}

TEST_CASE("any words are divided over any stretches completely and in order") {
  CHECK(rc::check([] {
    const auto lengths = *rc::gen::nonEmpty<std::vector<std::uint8_t>>();
    std::vector<SpokenWord> words;
    words.reserve(lengths.size());
    for (const auto length : lengths) {
      words.push_back({0.1 + length, static_cast<Break>(length % 5)});
    }
    std::vector<Interval> stretches;
    auto moment = 0ms;
    for (const auto length : *rc::gen::nonEmpty<std::vector<std::uint16_t>>()) {
      stretches.push_back({moment, moment + std::chrono::milliseconds(length)});
      moment = stretches.back().end + 250ms;
    }
    const auto firsts = divide_words(words, stretches).firsts;
    RC_ASSERT(firsts.size() == stretches.size() + 1);
    RC_ASSERT(firsts.front() == 0U);
    RC_ASSERT(firsts.back() == words.size());
    RC_ASSERT(std::ranges::is_sorted(firsts));
  }));
}
