#include "media/peak_meter.h"

#include <algorithm>
#include <cmath>

namespace cmos {

namespace {

constexpr std::size_t kPeakSamples = kSinkRate / kPeakRate;

}  // namespace

void PeakMeter::consume(std::span<const float> samples) {
  while (!samples.empty()) {
    const auto part = samples.first(std::min(samples.size(), kPeakSamples - count_));
    for (const float sample : part) largest_ = std::max(largest_, std::abs(sample));
    count_ += part.size();
    samples = samples.subspan(part.size());
    if (count_ == kPeakSamples) end_peak();
  }
}

void PeakMeter::finish() {
  if (count_ > 0) end_peak();
}

void PeakMeter::end_peak() {
  peaks_.push_back(static_cast<std::uint8_t>(std::lround(255 * std::min(largest_, 1.0F))));
  count_ = 0;
  largest_ = 0;
}

}  // namespace cmos
