#include "speech/senone_scorer.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>

namespace cmos {
namespace {

// exp(-b * kWeightStep) of a mixture weight's byte.
const std::array<float, 256>& linear_weights() {
  static const auto kTable = [] {
    std::array<float, 256> table{};
    for (std::size_t b = 0; b < table.size(); ++b) {
      table[b] = static_cast<float>(std::exp(-static_cast<double>(b) * kWeightStep));
    }
    return table;
  }();
  return kTable;
}

// Unknown sound scores the best phone's likelihood less 3 nats and 0.17 of the distance between the
// best and the mean of all phones.
constexpr std::int32_t kUnknownBase = 3 * kNat;
constexpr std::int32_t kUnknownShare = 44;  // In 256ths.

constexpr unsigned kLogTableBits = 10;

// Logarithms, in 1/128 nat, of numbers between 1 and 2.
const std::array<std::int16_t, 1U << kLogTableBits>& mantissa_logs() {
  static const auto kTable = [] {
    std::array<std::int16_t, 1U << kLogTableBits> table{};
    for (std::size_t i = 0; i < table.size(); ++i) {
      const double x = 1 + (static_cast<double>(i) + 0.5) / static_cast<double>(table.size());
      table[i] = static_cast<std::int16_t>(std::lround(std::log(x) * kNat));
    }
    return table;
  }();
  return kTable;
}

// In 1/128 nat, of a positive normal number.
std::int32_t fast_log(float x, const std::int16_t* mantissa_table) {
  constexpr std::int32_t kLogTwo = 5678;  // 64 x 128 ln 2.
  const auto bits = std::bit_cast<std::uint32_t>(x);
  const auto exponent = static_cast<std::int32_t>(bits >> 23) - 127;
  const std::uint32_t index = bits >> (23 - kLogTableBits) & ((1U << kLogTableBits) - 1);
  return (exponent * kLogTwo >> 6) + mantissa_table[index];
}

}  // namespace

SenoneScorer::SenoneScorer(const AcousticModel& model)
    : model_(model),
      tops_(kBlock * model.codebooks.count() * kStreamCount),
      cache_(model.definition.senone_count()) {
  codebooks_.reserve(cache_.size());
  for (std::size_t senone = 0; senone < cache_.size(); ++senone) {
    codebooks_.push_back(
        static_cast<std::uint16_t>(model.codebook_of(static_cast<SenoneId>(senone))));
  }
  for (std::size_t phone = 0; phone < model.definition.phone_count(); ++phone) {
    const auto& senones = model.definition.base_model(static_cast<PhoneId>(phone)).senones;
    base_senones_.insert(base_senones_.end(), senones.begin(), senones.end());
  }
}

void SenoneScorer::start_block(std::span<const FeatureFrame> frames) {
  model_.codebooks.score(frames, tops_);
}

void SenoneScorer::select(std::size_t frame_in_block) {
  frame_tops_ = tops_.data() + frame_in_block * model_.codebooks.count() * kStreamCount;
  ++serial_;
  std::int32_t best = -kImpossible;
  std::int64_t sum = 0;
  for (const SenoneId senone : base_senones_) {
    const std::int32_t value = score(senone);
    best = std::max(best, value);
    sum += value;
  }
  const auto spread = best - sum / static_cast<std::int64_t>(base_senones_.size());
  unknown_score_ = best - kUnknownBase - static_cast<std::int32_t>(spread * kUnknownShare / 256);
}

std::int32_t SenoneScorer::compute(SenoneId senone) const {
  const float* linear = linear_weights().data();
  const std::int16_t* logs = mantissa_logs().data();
  const TopDensities* top = frame_tops_ + codebooks_[senone] * kStreamCount;
  std::int32_t result = 0;
  for (std::size_t stream = 0; stream < kStreamCount; ++stream, ++top) {
    const std::uint8_t* weights = model_.weights.row(senone, stream);
    float sum = 0;
    for (std::size_t i = 0; i < kTopDensities; ++i) {
      sum += top->weight[i] * linear[weights[top->index[i]]];
    }
    result += fast_log(sum, logs) - top->cost;
  }
  return result;
}

}  // namespace cmos
