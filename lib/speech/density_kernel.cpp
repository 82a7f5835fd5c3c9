#include "speech/density_kernel.h"

#include <algorithm>
#include <array>
#include <cmath>

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "speech/density_kernel.cpp"
#include <hwy/foreach_target.h>
#include <hwy/highway.h>

HWY_BEFORE_NAMESPACE();
namespace cmos::HWY_NAMESPACE {

namespace hn = hwy::HWY_NAMESPACE;

// Costs in 1/4096 nat become costs in 1/128 nat, which share a word with the density's index.
constexpr int kCostShift = 5;
constexpr int kIndexBits = 9;
static_assert(kMaxDensities <= 1 << kIndexBits);
constexpr std::int32_t kMaxCost = (1 << (31 - kIndexBits)) - 1;
constexpr std::size_t kFramesAtOnce = 4;
// [k][frame]: the k-th smallest of each frame's keys; room for the widest vector.
using Smallest = std::array<std::array<std::int32_t, kDensityBlock>, kTopDensities>;

#if HWY_TARGET == HWY_SCALAR

// Without vectors, the same numbers one by one.
void compute_keys(const DensityTable& table, const FeatureFrame* frames, std::size_t stream,
                  std::int32_t* keys) {
  for (std::size_t density = 0; density < table.densities; ++density) {
    const std::size_t in_block = density % kDensityBlock;
    const std::size_t base = (density - in_block) * kPairCount * 2 + in_block * 2;
    for (std::size_t f = 0; f < kFramesAtOnce; ++f) {
      std::int32_t sum = table.offsets[density];
      for (std::size_t i = 0; i < 2 * kPairCount; ++i) {
        const std::size_t at = base + i / 2 * kDensityBlock * 2 + i % 2;
        const std::int32_t difference =
            std::clamp<std::int32_t>(frames[f][stream][i] - table.means[at], INT16_MIN, INT16_MAX);
        const std::int32_t distance = (difference * table.scales[at] + (1 << 14)) >> 15;
        sum += distance * distance;
      }
      keys[f * table.densities + density] =
          std::min(sum >> kCostShift, kMaxCost) << kIndexBits | static_cast<std::int32_t>(density);
    }
  }
}

void smallest_four(const std::int32_t* keys, std::size_t count, Smallest& smallest) {
  for (std::size_t f = 0; f < kFramesAtOnce; ++f) {
    std::array<std::int32_t, 4> best{};
    std::partial_sort_copy(keys + f * count, keys + (f + 1) * count, best.begin(), best.end());
    for (std::size_t k = 0; k < best.size(); ++k) smallest[k][f] = best[k];
  }
}

#else

using Halves = hn::CappedTag<std::int16_t, 2 * kDensityBlock>;
using Words = hn::Repartition<std::int32_t, Halves>;
using HalfVector = hn::Vec<Halves>;
using WordVector = hn::Vec<Words>;

// Squares of neighbouring halves, added up into the word that both share.
HWY_INLINE WordVector sum_of_squares(Words d, HalfVector v) {
#if HWY_ARCH_X86 && HWY_TARGET != HWY_EMU128
  WordVector unused = hn::Zero(d);  // With x86's own vectors, both products go to the first sum.
  return hn::ReorderWidenMulAccumulate(d, v, v, hn::Zero(d), unused);
#else
  const WordVector both = hn::BitCast(d, v);
  const WordVector odd = hn::ShiftRight<16>(both);
  const WordVector even = hn::ShiftRight<16>(hn::ShiftLeft<16>(both));
  return hn::Add(hn::Mul(odd, odd), hn::Mul(even, even));
#endif
}

// keys[frame * table.densities + density]: cost and index in one number, to be compared at once.
HWY_INLINE void compute_keys(const DensityTable& table, const FeatureFrame* frames,
                             std::size_t stream, std::int32_t* keys) {
  const Halves halves;
  const Words words;
  const std::size_t lanes = hn::Lanes(words);
  WordVector index = hn::Iota(words, 0);
  const WordVector step = hn::Set(words, static_cast<std::int32_t>(lanes));
  for (std::size_t density = 0; density < table.densities; density += lanes) {
    const std::size_t in_block = density % kDensityBlock;
    const std::size_t base = (density - in_block) * kPairCount * 2 + in_block * 2;
    const WordVector offset = hn::LoadU(words, table.offsets + density);
    std::array<WordVector, kFramesAtOnce> sums{offset, offset, offset, offset};
    for (std::size_t pair = 0; pair < kPairCount; ++pair) {
      const std::size_t at = base + pair * kDensityBlock * 2;
      const HalfVector mean = hn::LoadU(halves, table.means + at);
      const HalfVector scale = hn::LoadU(halves, table.scales + at);
      for (std::size_t f = 0; f < kFramesAtOnce; ++f) {
        std::int32_t both = 0;
        __builtin_memcpy(&both, &frames[f][stream][pair * 2], sizeof both);
        const HalfVector x = hn::BitCast(halves, hn::Set(words, both));
        const HalfVector distance = hn::MulFixedPoint15(hn::SaturatedSub(x, mean), scale);
        sums[f] = hn::Add(sums[f], sum_of_squares(words, distance));
      }
    }
    for (std::size_t f = 0; f < kFramesAtOnce; ++f) {
      const WordVector cost =
          hn::Min(hn::ShiftRight<kCostShift>(sums[f]), hn::Set(words, kMaxCost));
      hn::StoreU(hn::Or(hn::ShiftLeft<kIndexBits>(cost), index), words,
                 keys + f * table.densities + density);
    }
    index = hn::Add(index, step);
  }
}

HWY_INLINE void order(WordVector& a, WordVector& b) {
  const WordVector low = hn::Min(a, b);
  b = hn::Max(a, b);
  a = low;
}

// In every lane, the four smallest of what the lane has in v and in others, in order; both are.
HWY_INLINE void merge(std::array<WordVector, 4>& v, const std::array<WordVector, 4>& others) {
  for (std::size_t i = 0; i < 4; ++i) v[i] = hn::Min(v[i], others[3 - i]);
  order(v[0], v[2]);
  order(v[1], v[3]);
  order(v[0], v[1]);
  order(v[2], v[3]);
}

template <typename Shuffle>
HWY_INLINE void merge_shuffled(std::array<WordVector, 4>& v, const Shuffle& shuffle) {
  merge(v, {shuffle(v[0]), shuffle(v[1]), shuffle(v[2]), shuffle(v[3])});
}

// The four smallest keys that each lane meets, in order. The count is a multiple of kDensityBlock.
HWY_INLINE std::array<WordVector, 4> smallest_by_lane(const std::int32_t* keys, std::size_t count) {
  const Words words;
  const std::size_t lanes = hn::Lanes(words);
  const WordVector none = hn::Set(words, INT32_MAX);
  std::array<WordVector, 4> best{none, none, none, none};
  for (std::size_t i = 0; i < count; i += 4 * lanes) {
    std::array<WordVector, 4> next{none, none, none, none};
    for (std::size_t k = 0; k < 4 && i + k * lanes < count; ++k) {
      next[k] = hn::LoadU(words, keys + i + k * lanes);
    }
    order(next[0], next[1]);
    order(next[2], next[3]);
    order(next[0], next[2]);
    order(next[1], next[3]);
    order(next[1], next[2]);
    merge(best, next);
  }
  return best;
}

// Of two by lanes, one whose lanes have by turns the first's and the second's; pairs: whose pairs.
HWY_INLINE std::array<WordVector, 4> fold_lanes(const std::array<WordVector, 4>& a,
                                                const std::array<WordVector, 4>& b) {
  const Words words;
  std::array<WordVector, 4> lower;
  std::array<WordVector, 4> upper;
  for (std::size_t i = 0; i < 4; ++i) {
    lower[i] = hn::InterleaveLower(words, a[i], b[i]);
    upper[i] = hn::InterleaveUpper(words, a[i], b[i]);
  }
  merge(lower, upper);
  return lower;
}

HWY_INLINE std::array<WordVector, 4> fold_pairs(const std::array<WordVector, 4>& a,
                                                const std::array<WordVector, 4>& b) {
  const Words words;
  const hn::Repartition<std::int64_t, Words> pairs;
  std::array<WordVector, 4> lower;
  std::array<WordVector, 4> upper;
  for (std::size_t i = 0; i < 4; ++i) {
    const auto left = hn::BitCast(pairs, a[i]);
    const auto right = hn::BitCast(pairs, b[i]);
    lower[i] = hn::BitCast(words, hn::InterleaveLower(pairs, left, right));
    upper[i] = hn::BitCast(words, hn::InterleaveUpper(pairs, left, right));
  }
  merge(lower, upper);
  return lower;
}

HWY_INLINE void smallest_four(const std::int32_t* keys, std::size_t count, Smallest& smallest) {
  const Words words;
  std::array<std::array<WordVector, 4>, kFramesAtOnce> frames;
  for (std::size_t f = 0; f < kFramesAtOnce; ++f) {
    frames[f] = smallest_by_lane(keys + f * count, count);
  }
  // Then the lanes of a block of four are the four frames; last, the blocks fold onto each other.
  auto best = fold_pairs(fold_lanes(frames[0], frames[1]), fold_lanes(frames[2], frames[3]));
  constexpr std::size_t kLanes = hn::MaxLanes(Words());
  if constexpr (kLanes >= 16) {
    merge_shuffled(best, [&](WordVector v) { return hn::ConcatLowerUpper(words, v, v); });
  }
  if constexpr (kLanes >= 8) {
    merge_shuffled(best, [&](WordVector v) { return hn::ReverseBlocks(words, v); });
  }
  for (std::size_t k = 0; k < 4; ++k) hn::StoreU(best[k], words, smallest[k].data());
}

#endif

void score_frames(const DensityTable& table, std::span<const FeatureFrame> frames,
                  std::size_t stream, const float* relative_weights, std::size_t weight_count,
                  TopDensities* tops, std::size_t stride) {
  HWY_ALIGN std::int32_t keys[kFramesAtOnce * kMaxDensities];
  constexpr std::int32_t kIndexMask = (1 << kIndexBits) - 1;
  for (std::size_t begin = 0; begin < frames.size(); begin += kFramesAtOnce) {
    const std::size_t count = std::min(kFramesAtOnce, frames.size() - begin);
    std::array<FeatureFrame, kFramesAtOnce> padded;
    const FeatureFrame* block = &frames[begin];
    if (count < kFramesAtOnce) {
      padded.fill(frames.back());
      std::copy_n(block, count, padded.begin());
      block = padded.data();
    }
    compute_keys(table, block, stream, keys);
    Smallest smallest{};
    smallest_four(keys, table.densities, smallest);
    for (std::size_t f = 0; f < count; ++f) {
      TopDensities& top = tops[(begin + f) * stride];
      top.cost = smallest[0][f] >> kIndexBits;
      for (std::size_t k = 0; k < kTopDensities; ++k) {
        top.index[k] = static_cast<std::uint16_t>(smallest[k][f] & kIndexMask);
        const auto more = static_cast<std::size_t>((smallest[k][f] >> kIndexBits) - top.cost);
        top.weight[k] = relative_weights[std::min(more, weight_count - 1)];
      }
    }
  }
}

}  // namespace cmos::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace cmos {
namespace {

HWY_EXPORT(score_frames);

// exp(-i / kNat); what is further away counts as nothing.
using RelativeWeights = std::array<float, 16 * kNat + 1>;

RelativeWeights make_relative_weights() {
  RelativeWeights weights{};
  for (std::size_t i = 0; i + 1 < weights.size(); ++i) {
    weights[i] = static_cast<float>(std::exp(-static_cast<double>(i) / kNat));
  }
  return weights;
}

}  // namespace

void score_densities(const DensityTable& table, std::span<const FeatureFrame> frames,
                     std::size_t stream, std::span<TopDensities> tops, std::size_t stride) {
  static const RelativeWeights relative_weights = make_relative_weights();
  HWY_DYNAMIC_DISPATCH(score_frames)
  (table, frames, stream, relative_weights.data(), relative_weights.size(), tops.data(), stride);
}

}  // namespace cmos
#endif
