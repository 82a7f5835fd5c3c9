#include "align/word_times.h"

#include <rapidcheck.h>
#include <catch2/catch.hpp>

using namespace cmos;

namespace {

// In ms.
SoundInterval span(double start, double end) {
  return {SoundTime(start), SoundTime(end)};
}

}  // namespace

TEST_CASE("Words that were found keep their times, others share the gap between them") {
  const std::vector<std::optional<SoundInterval>> found{span(100.4, 200.4), std::nullopt,
                                                        std::nullopt, span(600, 700)};
  const std::vector<std::string_view> texts{"one", "a", "bbbbb", "two"};
  const auto times = place_words(found, texts, Time(1000));
  CHECK(times.at(0) == Interval{Time(100), Time(200)});
  CHECK(times.at(1) == Interval{Time(200), Time(300)});
  CHECK(times.at(2) == Interval{Time(300), Time(600)});
  CHECK(times.at(3) == Interval{Time(600), Time(700)});
}

TEST_CASE("Whatever was found, words are in order, within the sound and longer than nothing") {
  CHECK(rc::check([](const std::vector<std::pair<std::uint16_t, std::uint16_t>>& raw) {
    std::vector<std::optional<SoundInterval>> found;
    std::vector<std::string_view> texts;
    for (const auto& [start, length] : raw) {
      found.push_back(length % 3 == 0 ? std::nullopt
                                      : std::optional(span(start * 0.9, start * 0.9 + length)));
      texts.emplace_back("word");
    }
    const Time duration(70000);
    const auto times = place_words(found, texts, duration);
    RC_ASSERT(times.size() == found.size());
    Time previous{0};
    for (const Interval& time : times) {
      RC_ASSERT(time.start >= previous);
      RC_ASSERT(time.end > time.start);
      previous = time.end;
    }
    RC_ASSERT(previous <= duration);
  }));
}
