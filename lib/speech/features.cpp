#include "speech/features.h"

#include <algorithm>
#include <array>
#include <vector>

namespace cmos {
namespace {

std::int16_t saturate(int value) {
  return static_cast<std::int16_t>(std::clamp(value, -32767, 32767));
}

}  // namespace

Cepstrum cepstral_mean(std::span<const Cepstrum> cepstra) {
  if (cepstra.empty()) return {};
  std::vector<std::int16_t> energies;
  energies.reserve(cepstra.size());
  for (const Cepstrum& c : cepstra) energies.push_back(c[0]);
  const auto percentile = [&](std::size_t percent) {
    const auto at =
        energies.begin() + static_cast<std::ptrdiff_t>((energies.size() - 1) * percent / 100);
    std::nth_element(energies.begin(), at, energies.end());
    return static_cast<int>(*at);
  };
  const int threshold = (percentile(10) + percentile(95)) / 2;
  std::array<std::int64_t, kCepstrumSize> sums{};
  std::int64_t count = 0;
  for (const Cepstrum& c : cepstra) {
    if (c[0] < threshold) continue;
    for (std::size_t i = 0; i < kCepstrumSize; ++i) sums[i] += c[i];
    ++count;
  }
  Cepstrum mean{};
  for (std::size_t i = 0; i < kCepstrumSize; ++i) {
    mean[i] = static_cast<std::int16_t>(sums[i] / std::max<std::int64_t>(count, 1));
  }
  return mean;
}

FeatureFrame features_at(std::span<const Cepstrum> cepstra, std::size_t frame,
                         const Cepstrum& mean) {
  const auto last = static_cast<std::ptrdiff_t>(cepstra.size()) - 1;
  const auto at = [&](std::ptrdiff_t offset) -> const Cepstrum& {
    const auto index = static_cast<std::ptrdiff_t>(frame) + offset;
    return cepstra[static_cast<std::size_t>(std::clamp<std::ptrdiff_t>(index, 0, last))];
  };
  FeatureFrame features{};
  for (std::size_t i = 0; i < kCepstrumSize; ++i) {
    features[0][i] = saturate(at(0)[i] - mean[i]);
    features[1][i] = saturate(at(2)[i] - at(-2)[i]);
    features[2][i] = saturate((at(3)[i] - at(-1)[i]) - (at(1)[i] - at(-3)[i]));
  }
  return features;
}

}  // namespace cmos
