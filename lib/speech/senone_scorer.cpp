#include "speech/senone_scorer.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <functional>

namespace cmos {
namespace {

// exp(-b * kWeightStep) of a mixture weight's byte.
const std::array<float, 256>& linear_weights() {
  static const auto weights = [] {
    std::array<float, 256> table{};
    for (std::size_t b = 0; b < table.size(); ++b) {
      table[b] = static_cast<float>(std::exp(-static_cast<double>(b) * kWeightStep));
    }
    return table;
  }();
  return weights;
}

// How far unknown sound scores below the best phone (docs/acoustic-alignment.md has figures).
constexpr std::int32_t kUnknownDistance = 57 * kNat / 10;

constexpr unsigned kLogTableBits = 10;

// Logarithms, in 1/128 nat, of numbers between 1 and 2.
const std::array<std::int16_t, 1U << kLogTableBits>& mantissa_logs() {
  static const auto logs = [] {
    std::array<std::int16_t, 1U << kLogTableBits> table{};
    for (std::size_t i = 0; i < table.size(); ++i) {
      const double x = 1 + (static_cast<double>(i) + 0.5) / static_cast<double>(table.size());
      table[i] = static_cast<std::int16_t>(std::lround(std::log(x) * kNat));
    }
    return table;
  }();
  return logs;
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
    : model_(model), cache_(model.definition.senone_count()) {
  codebooks_.reserve(cache_.size());
  for (std::size_t senone = 0; senone < cache_.size(); ++senone) {
    codebooks_.push_back(
        static_cast<std::uint16_t>(model.codebook_of(static_cast<SenoneId>(senone))));
  }
  for (FrameSet& set : sets_) set.tops.resize(kSetSize * model.codebooks.count() * kStreamCount);
}

SenoneScorer::Place SenoneScorer::place_of(std::size_t frame_in_block) {
  if (frame_in_block % kReferenceStep == 0) return {0, frame_in_block / kReferenceStep};
  const std::size_t number = frame_in_block - frame_in_block / kReferenceStep - 1;
  return {1 + number / kSetSize, number % kSetSize};
}

void SenoneScorer::start_block(std::span<const FeatureFrame> frames) {
  for (FrameSet& set : sets_) {
    set.frames.clear();
    set.is_scored.assign(model_.codebooks.count(), false);
  }
  for (std::size_t i = 0; i < frames.size(); ++i) {
    sets_[place_of(i).set].frames.push_back(frames[i]);
  }
}

void SenoneScorer::select(std::size_t frame_in_block) {
  selected_ = place_of(frame_in_block);
  ++serial_;
  if (selected_.set == 0) compare_all_phones();
  unknown_score_ = best_contender() - kUnknownDistance;
}

std::int32_t SenoneScorer::best_state(PhoneId phone) {
  std::int32_t best = -kImpossible;
  for (const SenoneId senone : model_.definition.base_model(phone).senones) {
    best = std::max(best, score(senone));
  }
  return best;
}

void SenoneScorer::compare_all_phones() {
  const std::size_t count = model_.definition.phone_count();
  phones_.clear();
  for (std::size_t phone = 0; phone < count; ++phone) {
    const auto id = static_cast<PhoneId>(phone);
    phones_.emplace_back(best_state(id), id);
  }
  const auto contenders =
      phones_.begin() + static_cast<std::ptrdiff_t>(std::min(kContenders, count));
  std::partial_sort(phones_.begin(), contenders, phones_.end(), std::greater<>());
  phones_.erase(contenders, phones_.end());
}

std::int32_t SenoneScorer::best_contender() {
  std::int32_t best = -kImpossible;
  for (const auto& [score, phone] : phones_) best = std::max(best, best_state(phone));
  return best;
}

// Of the frame selected; scores the codebook for all frames of its set at once.
const TopDensities* SenoneScorer::tops_of(std::size_t codebook) {
  constexpr std::size_t kSize = kSetSize * kStreamCount;
  FrameSet& set = sets_[selected_.set];
  const auto tops = std::span(set.tops).subspan(codebook * kSize, kSize);
  if (!set.is_scored[codebook]) {
    model_.codebooks.score(codebook, set.frames, tops);
    set.is_scored[codebook] = true;
  }
  return tops.data() + selected_.index * kStreamCount;
}

std::int32_t SenoneScorer::compute(SenoneId senone) {
  const float* linear = linear_weights().data();
  const std::int16_t* logs = mantissa_logs().data();
  const TopDensities* top = tops_of(codebooks_[senone]);
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
