#include "speech/mfcc_kernel.h"

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "speech/mfcc_kernel.cpp"
#include <hwy/foreach_target.h>
#include <hwy/highway.h>

HWY_BEFORE_NAMESPACE();
namespace cmos::HWY_NAMESPACE {

namespace hn = hwy::HWY_NAMESPACE;

using Floats = hn::CappedTag<float, kMfccLanes>;

// Complex Fourier transform in place, decimation in time.
void transform(const FourierTables& tables, Spectra& spectra) {
  const Floats d;
  for (std::size_t half = 1; half < kFourierHalf; half *= 2) {
    const std::size_t stride = kFourierSize / (2 * half);
    for (std::size_t begin = 0; begin < kFourierHalf; begin += 2 * half) {
      for (std::size_t k = 0; k < half; ++k) {
        const auto c = hn::Set(d, tables.cosines[k * stride]);
        const auto s = hn::Set(d, tables.sines[k * stride]);
        float* ar = spectra.real[begin + k].data();
        float* ai = spectra.imaginary[begin + k].data();
        float* br = spectra.real[begin + k + half].data();
        float* bi = spectra.imaginary[begin + k + half].data();
        for (std::size_t lane = 0; lane < kMfccLanes; lane += hn::Lanes(d)) {
          const auto r = hn::LoadU(d, br + lane);
          const auto i = hn::LoadU(d, bi + lane);
          const auto tr = hn::Add(hn::Mul(r, c), hn::Mul(i, s));
          const auto ti = hn::Sub(hn::Mul(i, c), hn::Mul(r, s));
          const auto a = hn::LoadU(d, ar + lane);
          const auto b = hn::LoadU(d, ai + lane);
          hn::StoreU(hn::Sub(a, tr), d, br + lane);
          hn::StoreU(hn::Sub(b, ti), d, bi + lane);
          hn::StoreU(hn::Add(a, tr), d, ar + lane);
          hn::StoreU(hn::Add(b, ti), d, ai + lane);
        }
      }
    }
  }
}

// Takes the spectra of even and odd samples apart and joins them to that of all.
void join_halves(const FourierTables& tables, Spectra& spectra) {
  const Floats d;
  const auto one_half = hn::Set(d, 0.5F);
  for (std::size_t k = 0; k <= kFourierHalf; ++k) {
    const std::size_t a = k % kFourierHalf;
    const std::size_t b = (kFourierHalf - k) % kFourierHalf;
    const auto c = hn::Set(d, k == kFourierHalf ? -1.0F : tables.cosines[a]);
    const auto s = hn::Set(d, k == kFourierHalf ? 0.0F : tables.sines[a]);
    for (std::size_t lane = 0; lane < kMfccLanes; lane += hn::Lanes(d)) {
      const auto ar = hn::LoadU(d, spectra.real[a].data() + lane);
      const auto ai = hn::LoadU(d, spectra.imaginary[a].data() + lane);
      const auto br = hn::LoadU(d, spectra.real[b].data() + lane);
      const auto bi = hn::LoadU(d, spectra.imaginary[b].data() + lane);
      const auto even_r = hn::Mul(one_half, hn::Add(ar, br));
      const auto even_i = hn::Mul(one_half, hn::Sub(ai, bi));
      const auto odd_r = hn::Mul(one_half, hn::Add(ai, bi));
      const auto odd_i = hn::Mul(one_half, hn::Sub(br, ar));
      const auto r = hn::Add(hn::Add(even_r, hn::Mul(c, odd_r)), hn::Mul(s, odd_i));
      const auto i = hn::Sub(hn::Add(even_i, hn::Mul(c, odd_i)), hn::Mul(s, odd_r));
      hn::StoreU(hn::Add(hn::Mul(r, r), hn::Mul(i, i)), d, spectra.power[k].data() + lane);
    }
  }
}

void compute_power(const FourierTables& tables, Spectra& spectra) {
  transform(tables, spectra);
  join_halves(tables, spectra);
}

void weighted_sum(const float* weights, std::size_t count, const MfccLanes* values, float* result) {
  const Floats d;
  for (std::size_t lane = 0; lane < kMfccLanes; lane += hn::Lanes(d)) {
    auto sum = hn::Zero(d);
    for (std::size_t i = 0; i < count; ++i) {
      const auto value = hn::LoadU(d, values[i].data() + lane);
      sum = hn::Add(sum, hn::Mul(hn::Set(d, weights[i]), value));
    }
    hn::StoreU(sum, d, result + lane);
  }
}

}  // namespace cmos::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace cmos {
namespace {

HWY_EXPORT(compute_power);
HWY_EXPORT(weighted_sum);

}  // namespace

void compute_power(const FourierTables& tables, Spectra& spectra) {
  HWY_DYNAMIC_DISPATCH(compute_power)(tables, spectra);
}

MfccLanes weighted_sum(std::span<const float> weights, const MfccLanes* values) {
  MfccLanes sum;
  HWY_DYNAMIC_DISPATCH(weighted_sum)(weights.data(), weights.size(), values, sum.data());
  return sum;
}

}  // namespace cmos
#endif
