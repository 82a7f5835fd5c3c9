#include "speech/block_scores.h"

#include <bit>
#include <cmath>

namespace cmos {
namespace {

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

BlockScores::BlockScores(const AcousticModel& model, const Codebooks& codebooks)
    : model_(model), codebooks_(codebooks) {
  const auto count = model.definition.senone_count();
  codebook_of_.reserve(count);
  for (std::size_t senone = 0; senone < count; ++senone) {
    codebook_of_.push_back(
        static_cast<std::uint16_t>(model.codebook_of(static_cast<SenoneId>(senone))));
  }
  for (FrameSet& set : sets_) set.tops.resize(kSetSize * codebooks.count() * kStreamCount);
}

BlockScores::Place BlockScores::place_of(std::size_t frame) {
  if (frame % kReferenceStep == 0) return {0, frame / kReferenceStep};
  const std::size_t number = frame - frame / kReferenceStep - 1;
  return {1 + number / kSetSize, number % kSetSize};
}

void BlockScores::start(std::span<const FeatureFrame> frames) {
  for (FrameSet& set : sets_) {
    set.frames.clear();
    set.scored_streams.assign(codebooks_.count(), 0);
  }
  for (std::size_t i = 0; i < frames.size(); ++i) {
    sets_[place_of(i).set].frames.push_back(frames[i]);
  }
  size_ = frames.size();
}

// Of the frame selected; scores the codebook's first streams for all frames of its set at once.
const TopDensities* BlockScores::tops(std::size_t codebook, std::size_t streams) {
  FrameSet& set = sets_[selected_.set];
  const auto of_set = std::span(set.tops).subspan(codebook * kSetSize * kStreamCount);
  auto& scored = set.scored_streams[codebook];
  for (; scored < streams; ++scored) {
    codebooks_.score(codebook, scored, set.frames, of_set.subspan(scored));
  }
  return &of_set[selected_.index * kStreamCount];
}

template <std::size_t streams>
Score BlockScores::score(SenoneId senone) {
  const TopDensities* densities = tops(codebook_of_[senone], streams);
  Score result = 0;
  for (std::size_t stream = 0; stream < streams; ++stream) {
    const float likelihood = mixture(densities[stream], model_.weights.row(senone, stream));
    result += fast_log(likelihood, mantissa_logs().data()) - densities[stream].cost;
  }
  return result;
}

template Score BlockScores::score<1>(SenoneId senone);
template Score BlockScores::score<kStreamCount>(SenoneId senone);

}  // namespace cmos
