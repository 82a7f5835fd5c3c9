#include "speech/density_kernel.h"

#include <hwy/targets.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <random>
#include <vector>

#include "speech/senone_scorer.h"

using namespace cmos;

namespace {

struct Table {
  explicit Table(std::size_t densities, unsigned seed) : count(densities) {
    std::mt19937 random(seed);
    const auto within = [&](int low, int high) {
      return std::uniform_int_distribution<int>(low, high)(random);
    };
    for (std::size_t i = 0; i < densities * kPairCount * 2; ++i) {
      means.push_back(static_cast<std::int16_t>(within(-15000, 15000)));
      scales.push_back(static_cast<std::int16_t>(within(100, 11585)));
    }
    for (std::size_t i = 0; i < densities; ++i) offsets.push_back(within(0, 200000));
    // One dimension of each pair of the last one is not used.
    for (std::size_t d = 0; d < densities; ++d) {
      scales[index(d, 2 * kPairCount - 1)] = 0;
    }
    for (FeatureFrame& frame : frames) {
      for (auto& stream : frame) {
        for (auto& x : stream) x = static_cast<std::int16_t>(within(-32768, 32767));
      }
    }
  }

  static std::size_t index(std::size_t density, std::size_t dimension) {
    return density / kDensityBlock * kDensityBlock * kPairCount * 2 +
           (dimension / 2 * kDensityBlock + density % kDensityBlock) * 2 + dimension % 2;
  }

  DensityTable view() const { return {means.data(), scales.data(), offsets.data(), count}; }

  std::vector<std::int16_t> means, scales;
  std::vector<std::int32_t> offsets;
  std::array<FeatureFrame, 7> frames{};
  std::size_t count;
};

// The same by the book, with wide numbers.
std::vector<std::pair<std::int64_t, std::size_t>> costs_by_the_book(const Table& table,
                                                                    const FeatureFrame& frame) {
  std::vector<std::pair<std::int64_t, std::size_t>> costs;
  for (std::size_t d = 0; d < table.count; ++d) {
    std::int64_t sum = table.offsets[d];
    for (std::size_t k = 0; k < 2 * kPairCount; ++k) {
      const int difference =
          std::clamp(frame[1][k] - table.means[Table::index(d, k)], -32768, 32767);
      const int z = (difference * table.scales[Table::index(d, k)] + 16384) >> 15;
      sum += std::int64_t{z} * z;
    }
    costs.emplace_back(std::min<std::int64_t>(sum >> 5, (1 << 22) - 1), d);
  }
  std::ranges::sort(costs);
  return costs;
}

}  // namespace

TEST_CASE("The best densities are those that a plain computation finds, on every processor") {
  for (const std::size_t densities : {16U, 128U, 512U}) {
    const Table table(densities, static_cast<unsigned>(densities));
    for (std::int64_t target : hwy::SupportedAndGeneratedTargets()) {
      hwy::SetSupportedTargetsForTest(target);
      INFO(hwy::TargetName(target) << ", " << densities << " densities");
      std::vector<TopDensities> tops(table.frames.size());
      score_densities(table.view(), table.frames, 1, tops, 1);
      for (std::size_t f = 0; f < tops.size(); ++f) {
        const auto expected = costs_by_the_book(table, table.frames[f]);
        CHECK(tops[f].cost == expected[0].first);
        CHECK(tops[f].weight[0] == 1.0F);
        for (std::size_t k = 0; k < kTopDensities; ++k) {
          CHECK(tops[f].index[k] == expected[k].second);
          if (k > 0) CHECK(tops[f].weight[k] <= tops[f].weight[k - 1]);
        }
      }
    }
    hwy::SetSupportedTargetsForTest(0);
  }
}

TEST_CASE("A senone's score does not depend on what was asked for before") {
  const auto model = AcousticModel::load(kDefaultModelFolder);
  REQUIRE(model);
  const Table table(16, 3);
  std::vector<FeatureFrame> frames(table.frames.begin(), table.frames.end());
  for (auto& frame : frames) {
    for (auto& stream : frame) {
      for (auto& x : stream) x = static_cast<std::int16_t>(x / 8);
      stream.back() = 0;
    }
  }
  SenoneScorer all(*model, model->codebooks);
  SenoneScorer few(*model, model->codebooks);
  for (auto* const scorer : {&all, &few}) {
    scorer->prepare(frames);
    scorer->start_block();
  }
  for (std::size_t f = 0; f < frames.size(); ++f) {
    all.select(f);
    few.select(f);
    CHECK(all.garbage_score() == few.garbage_score());
    for (SenoneId senone = 0; senone < 5126; senone = static_cast<SenoneId>(senone + 97)) {
      const auto score = all.score(senone);
      if (senone % 5 == f % 5) CHECK(few.score(senone) == score);
    }
  }
}
