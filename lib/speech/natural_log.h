// A logarithm that is the same on every processor.
#pragma once

#include <bit>
#include <cstdint>
#include <numbers>

namespace cmos {

// Natural logarithm of a positive normal number, to 1e-7: x = m 2^e with m near 1, and
// ln m = 2 artanh((m - 1) / (m + 1)). The C library's differs between processors.
inline float natural_log(float x) {
  constexpr std::int32_t kMantissaOfSqrtHalf = 0x3f3504f3;
  const auto bits = std::bit_cast<std::int32_t>(x) - kMantissaOfSqrtHalf;
  const std::int32_t exponent = bits >> 23;
  const auto m = std::bit_cast<float>((bits & 0x007fffff) + kMantissaOfSqrtHalf);
  const float s = (m - 1) / (m + 1);
  const float z = s * s;
  const float series = 1.0F + z * (1.0F / 3 + z * (1.0F / 5 + z * (1.0F / 7 + z * (1.0F / 9))));
  return 2.0F * s * series + static_cast<float>(exponent) * std::numbers::ln2_v<float>;
}

}  // namespace cmos
