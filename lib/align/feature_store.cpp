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

std::size_t FeatureStore::ready() const {
  return std::min(means_.size() * kMeanStep, cepstra_.size());
}

void FeatureStore::compute_means() {
  std::vector<Cepstrum> window;
  for (;;) {
    const std::size_t begin = means_.size() * kMeanStep;
    const std::size_t ahead = begin + kMeanStep + kLookAhead;
    if (begin >= cepstra_.size() || (!is_finished_ && ahead > cepstra_.size())) return;
    const std::size_t first = begin - std::min(begin, kLookBack);
    const std::size_t end = std::min(ahead, cepstra_.size());
    window.assign(cepstra_.begin() + static_cast<std::ptrdiff_t>(first),
                  cepstra_.begin() + static_cast<std::ptrdiff_t>(end));
    means_.push_back(speech_mean(window));
  }
}

void FeatureStore::features(std::size_t first, std::size_t count,
                            std::vector<FeatureFrame>& frames) const {
  constexpr std::size_t kContext = 3;  // Frames on each side that features look at.
  const std::size_t begin = first - std::min(first, kContext);
  const std::size_t end = std::min(first + count + kContext, cepstra_.size());
  const std::vector<Cepstrum> around(cepstra_.begin() + static_cast<std::ptrdiff_t>(begin),
                                     cepstra_.begin() + static_cast<std::ptrdiff_t>(end));
  frames.clear();
  for (std::size_t i = first; i < first + count; ++i) {
    frames.push_back(features_at(around, i - begin, means_[i / kMeanStep]));
  }
}

}  // namespace cmos
