#include "align/feature_store.h"

#include <algorithm>

namespace cmos {

void FeatureStore::add(std::span<const Cepstrum> cepstra) {
  cepstra_.insert(cepstra_.end(), cepstra.begin(), cepstra.end());
  compute_means();
}

void FeatureStore::finish() {
  is_finished_ = true;
  compute_means();
}

Frame FeatureStore::ready() const {
  return std::min(static_cast<Frame>(means_.size()) * kMeanStep, size());
}

void FeatureStore::compute_means() {
  std::vector<Cepstrum> window;
  for (;;) {
    const Frame begin = static_cast<Frame>(means_.size()) * kMeanStep;
    const Frame ahead = begin + kMeanStep + kLookAhead;
    if (begin >= size() || (!is_finished_ && ahead > size())) return;
    const Frame first = begin - std::min(begin, kLookBack);
    const Frame end = std::min(ahead, size());
    window.assign(cepstra_.begin() + std::ptrdiff_t{first}, cepstra_.begin() + std::ptrdiff_t{end});
    means_.push_back(cepstral_mean(window));
  }
}

void FeatureStore::features(Frame first, Frame count, std::vector<FeatureFrame>& frames) const {
  constexpr Frame kContext = 3;  // Frames on each side that features look at.
  const Frame begin = first - std::min(first, kContext);
  const Frame end = std::min(first + count + kContext, size());
  const std::vector<Cepstrum> around(cepstra_.begin() + std::ptrdiff_t{begin},
                                     cepstra_.begin() + std::ptrdiff_t{end});
  frames.clear();
  for (Frame i = first; i < first + count; ++i) {
    frames.push_back(features_at(around, i - begin, means_[i / kMeanStep]));
  }
}

}  // namespace cmos
