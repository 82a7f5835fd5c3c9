#include "chapter/boundaries.h"

#include <rapidcheck.h>

#include <catch2/catch.hpp>
#include <cmath>
#include <limits>
#include <vector>

using cmos::ChapterBoundary;
using cmos::Time;

namespace {

// docs/chapters.md: what a division costs, said plainly.
double cost_of(const std::vector<Time>& starts, const std::vector<double>& strengths, Time duration,
               Time minimum) {
  double cost = 0;
  for (std::size_t i = 0; i < starts.size(); ++i) {
    const auto length = (i + 1 < starts.size() ? starts[i + 1] : duration) - starts[i];
    if (length <= Time(0) || (length < minimum && starts.size() > 1)) {
      return std::numeric_limits<double>::infinity();
    }
    const auto ideal = std::max(Time(180000), 2 * minimum);
    const auto ratio = static_cast<double>(length.count()) / static_cast<double>(ideal.count());
    const bool is_introduction = i == 0 && length < Time(180000);
    cost += is_introduction ? 0 : std::pow(std::log(ratio) / std::log(3.0), 4);
    cost -= i == 0 ? 0 : strengths[i] - 0.5;
  }
  return cost;
}

}  // namespace

TEST_CASE("no division is better than the one that is chosen") {
  CHECK(rc::check([] {
    const auto count = *rc::gen::inRange<std::size_t>(0, 11);
    std::vector<ChapterBoundary> possible;
    Time at(0);
    for (std::size_t i = 0; i < count; ++i) {
      at += Time(*rc::gen::inRange(0, 400000));
      possible.push_back({i, at, {}, *rc::gen::inRange(0, 100) / 100.0});
    }
    const auto duration = at + Time(*rc::gen::inRange(1, 400000));
    const auto minimum = Time(*rc::gen::inRange(1, 200000));
    double least = std::numeric_limits<double>::infinity();
    for (std::size_t choice = 0; choice < std::size_t{1} << count; ++choice) {
      std::vector<Time> starts{Time(0)};
      std::vector<double> strengths{0};
      for (std::size_t i = 0; i < count; ++i) {
        if ((choice >> i & 1U) == 0) continue;
        starts.push_back(possible[i].start);
        strengths.push_back(possible[i].strength);
      }
      least = std::min(least, cost_of(starts, strengths, duration, minimum));
    }
    std::vector<Time> starts{Time(0)};
    std::vector<double> strengths{0};
    for (const auto& boundary : cmos::choose_boundaries(possible, duration, minimum)) {
      starts.push_back(boundary.start);
      strengths.push_back(boundary.strength);
    }
    RC_ASSERT(cost_of(starts, strengths, duration, minimum) <= least + 1e-9);
  }));
}
