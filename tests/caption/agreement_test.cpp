#include "caption/agreement.h"

#include <catch2/catch.hpp>
#include <cmath>
#include <cstddef>
#include <vector>

#include "caption/costs.h"
#include "caption/cue_measure.h"
#include "caption/cuts.h"
#include "support/spoken_episode.h"

using cmos::Agreement;
using cmos::Cuts;

namespace {

Cuts cuts_of(const SpokenEpisode& spoken) {
  return Cuts(cmos::Measure(spoken.episode, spoken.alignment, {}));
}

// Adds up all captions of an episode, one after the other.
class Enumeration {
 public:
  explicit Enumeration(const Cuts& cuts)
      : cuts_(cuts), sum_{std::vector<double>(cuts.tokens()), std::vector<double>(cuts.tokens())} {}

  Agreement run() {
    go_on_from(0, 1);
    for (auto& share : sum_.cue) share /= whole_;
    for (auto& share : sum_.line) share /= whole_;
    return sum_;
  }

 private:
  void go_on_from(std::size_t begin, double likelihood) {
    if (begin == cuts_.tokens()) {
      whole_ += likelihood;
      for (const auto end : cue_ends_) sum_.cue[end] += likelihood;
      for (const auto end : line_ends_) sum_.line[end] += likelihood;
      return;
    }
    for (const auto& cut : cuts_.from(begin)) {
      cue_ends_.push_back(begin + cut.end - 1);
      if (cut.has_line_end()) line_ends_.push_back(begin + cut.split - 1);
      go_on_from(begin + cut.end, likelihood * std::exp(-cut.cost / cmos::kUnlikelier));
      cue_ends_.pop_back();
      if (cut.has_line_end()) line_ends_.pop_back();
    }
  }

  const Cuts& cuts_;
  Agreement sum_;
  double whole_ = 0;
  std::vector<std::size_t> cue_ends_;
  std::vector<std::size_t> line_ends_;
};

void check_same(const std::vector<double>& found, const std::vector<double>& expected) {
  REQUIRE(found.size() == expected.size());
  for (std::size_t i = 0; i < found.size(); ++i) {
    CAPTURE(i);
    CHECK(found[i] == Approx(expected[i]).margin(1e-9));
  }
}

}  // namespace

TEST_CASE("agreement is what adding up all captions one by one gives") {
  SpokenEpisode spoken;
  spoken.turn("A", "We wrote tools, and people in many towns used them.").turn("B", "Yes. I did.");
  const auto cuts = cuts_of(spoken);
  const auto expected = Enumeration(cuts).run();
  const auto found = agreement_of(cuts);
  check_same(found.cue, expected.cue);
  check_same(found.line, expected.line);
}

TEST_CASE("agreement keeps between none and all however long the episode is") {
  SpokenEpisode spoken;
  for (int i = 0; i < 3000; ++i) {
    spoken.turn(i % 2 == 0 ? "A" : "B", "People in many towns used the small tools we wrote.");
  }
  const auto agreement = agreement_of(cuts_of(spoken));
  for (std::size_t i = 0; i < agreement.cue.size(); ++i) {
    const auto any = agreement.cue[i] + agreement.line[i];
    REQUIRE((any >= 0 && any <= 1 + 1e-6));
  }
  CHECK(agreement.cue.back() == 1);
}

TEST_CASE("without words there is nothing to agree on") {
  CHECK(agreement_of(cuts_of({})).cue.empty());
}
