#include "caption/agreement.h"

#include <cmath>
#include <cstddef>
#include <limits>

#include "caption/costs.h"

namespace cmos {

namespace {

// The logarithm of a sum whose terms come as logarithms. The first one sets the scale.
class LogSum {
 public:
  void add(double logarithm) {
    if (sum_ == 0) scale_ = logarithm;
    sum_ += std::exp(logarithm - scale_);
  }
  double value() const { return scale_ + std::log(sum_); }

 private:
  double scale_ = 0;
  double sum_ = 0;
};

// For each token and the end: the likelihood of everything before it.
std::vector<double> likelihoods_before(const Cuts& cuts) {
  std::vector<LogSum> sums(cuts.tokens() + 1);
  std::vector<double> before(cuts.tokens() + 1);
  sums[0].add(0);
  for (std::size_t begin = 0; begin < before.size(); ++begin) {
    before[begin] = sums[begin].value();
    if (begin == cuts.tokens()) break;
    for (const auto& cut : cuts.from(begin)) {
      sums[begin + cut.end].add(before[begin] - cut.cost / kUnlikelier);
    }
  }
  return before;
}

}  // namespace

Agreement agreement_of(const Cuts& cuts) {
  const auto before = likelihoods_before(cuts);
  const auto tokens = cuts.tokens();
  Agreement result{std::vector<double>(tokens), std::vector<double>(tokens)};
  if (tokens > 0) result.cue.back() = 1;
  for (auto begin = tokens; begin-- > 0;) {
    double begins = 0;
    for (const auto& cut : cuts.from(begin)) {
      const auto end = begin + cut.end;
      const auto share =
          result.cue[end - 1] * std::exp(before[begin] - cut.cost / kUnlikelier - before[end]);
      begins += share;
      if (cut.has_line_end()) result.line[begin + cut.split - 1] += share;
    }
    if (begin > 0) result.cue[begin - 1] = begins;
  }
  return result;
}

}  // namespace cmos
