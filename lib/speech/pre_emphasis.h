// The first step of both front ends: high frequencies are raised.
#pragma once

#include <cstddef>
#include <span>

namespace cmos {

// out[i] = scale * (samples[i] - factor * samples[i - 1]); `previous` is the sample before the
// first one, and becomes the last one. `out` has room for all.
inline void pre_emphasise(std::span<const float> samples, float factor, float scale,
                          float& previous, float* out) {
  if (samples.empty()) return;
  const float* in = samples.data();
  out[0] = (in[0] - factor * previous) * scale;
  for (std::size_t i = 1; i < samples.size(); ++i) out[i] = (in[i] - factor * in[i - 1]) * scale;
  previous = samples.back();
}

}  // namespace cmos
