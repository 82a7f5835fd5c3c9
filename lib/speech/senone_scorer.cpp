#include "speech/senone_scorer.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <functional>

namespace cmos {
namespace {

// How far garbage scores below the best phone (docs/notes/acoustic-alignment.md has figures).
constexpr Score kGarbageDistance = 57 * kNat / 10;

constexpr unsigned kLogTableBits = 10;

// Logarithms, as scores, of numbers between 1 and 2.
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

// Of a positive normal number.
Score fast_log(float x, const std::int16_t* mantissa_table) {
  constexpr std::int32_t kLogTwo = 5678;  // 64 x 128 ln 2.
  const auto bits = std::bit_cast<std::uint32_t>(x);
  const auto exponent = static_cast<std::int32_t>(bits >> 23) - 127;
  const std::uint32_t index = bits >> (23 - kLogTableBits) & ((1U << kLogTableBits) - 1);
  return (exponent * kLogTwo >> 6) + mantissa_table[index];
}

}  // namespace

SenoneScorer::SenoneScorer(const AcousticModel& model, const Codebooks& codebooks)
    : model_(model), codebooks_(codebooks), cache_(model.definition.senone_count()) {
  codebook_of_.reserve(cache_.size());
  for (std::size_t senone = 0; senone < cache_.size(); ++senone) {
    codebook_of_.push_back(
        static_cast<std::uint16_t>(model.codebook_of(static_cast<SenoneId>(senone))));
  }
  for (FrameSet& set : sets_) set.tops.resize(kSetSize * codebooks.count() * kStreamCount);
}

SenoneScorer::Place SenoneScorer::place_of(std::size_t frame_in_block) {
  if (frame_in_block % kReferenceStep == 0) return {0, frame_in_block / kReferenceStep};
  const std::size_t number = frame_in_block - frame_in_block / kReferenceStep - 1;
  return {1 + number / kSetSize, number % kSetSize};
}

void SenoneScorer::start_block(std::span<const FeatureFrame> frames) {
  for (FrameSet& set : sets_) {
    set.frames.clear();
    set.scored_streams.assign(codebooks_.count(), 0);
  }
  for (std::size_t i = 0; i < frames.size(); ++i) {
    sets_[place_of(i).set].frames.push_back(frames[i]);
  }
}

// Of the frame selected; scores the codebook's first streams for all frames of its set at once.
const TopDensities* SenoneScorer::tops(std::size_t codebook, std::size_t streams) {
  FrameSet& set = sets_[selected_.set];
  const auto of_set = std::span(set.tops).subspan(codebook * kSetSize * kStreamCount);
  auto& scored = set.scored_streams[codebook];
  for (; scored < streams; ++scored) {
    codebooks_.score(codebook, scored, set.frames, of_set.subspan(scored));
  }
  return &of_set[selected_.index * kStreamCount];
}

template <std::size_t streams>
Score SenoneScorer::compute(SenoneId senone) {
  const TopDensities* densities = tops(codebook_of_[senone], streams);
  Score result = 0;
  for (std::size_t stream = 0; stream < streams; ++stream) {
    const float likelihood = mixture(densities[stream], model_.weights.row(senone, stream));
    result += fast_log(likelihood, mantissa_logs().data()) - densities[stream].cost;
  }
  return result;
}

template Score SenoneScorer::compute<kStreamCount>(SenoneId senone);

void SenoneScorer::select(std::size_t frame_in_block) {
  selected_ = place_of(frame_in_block);
  ++serial_;
  if (selected_.set == 0) compare_all_phones();
  garbage_score_ = best_contender() - kGarbageDistance;
}

template <typename ScoreOf>
Score SenoneScorer::best_state(PhoneId phone, ScoreOf score_of) const {
  Score best = -kImpossible;
  for (const SenoneId senone : model_.definition.base_model(phone).senones) {
    best = std::max(best, score_of(senone));
  }
  return best;
}

void SenoneScorer::compare_all_phones() {
  const std::size_t count = model_.definition.phone_count();
  phones_.clear();
  for (std::size_t phone = 0; phone < count; ++phone) {
    const auto id = static_cast<PhoneId>(phone);
    phones_.emplace_back(best_state(id, [&](SenoneId senone) { return compute<1>(senone); }), id);
  }
  keep_best_phones(kCandidates);
  for (auto& [best, phone] : phones_) {
    best = best_state(phone, [&](SenoneId senone) { return score(senone); });
  }
  keep_best_phones(kContenders);
}

void SenoneScorer::keep_best_phones(std::size_t count) {
  count = std::min(count, phones_.size());
  const auto end = phones_.begin() + static_cast<std::ptrdiff_t>(count);
  std::ranges::partial_sort(phones_, end, std::greater<>());
  phones_.erase(end, phones_.end());
}

Score SenoneScorer::best_contender() {
  Score best = -kImpossible;
  for (const auto& [old, phone] : phones_) {
    best = std::max(best, best_state(phone, [&](SenoneId senone) { return score(senone); }));
  }
  return best;
}

}  // namespace cmos
