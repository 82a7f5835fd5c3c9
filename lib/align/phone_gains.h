// How well each phone without context fits a recording, at every few frames.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "align/feature_store.h"
#include "speech/acoustic_model.h"
#include "speech/frame.h"

namespace cmos {

// One byte for each phone and step. A phone's gain is its score (the best of its states) less that
// of the step's best phone and plus kAllowance, so that what is said gains and what is not loses.
class PhoneGains {
 public:
  static constexpr Frame kFramesPerStep = 4;
  static constexpr std::int32_t kUnit = 32;  // Gains are in 1/32 nat.
  // Chosen on clean speech, by telephone and in noise of 15 dB (docs/notes/coarse-map.md).
  static constexpr std::int32_t kAllowance = 3 * kUnit;
  static constexpr std::int32_t kLeast = -3 * kUnit;
  static constexpr std::int32_t kMostOfSilence = 1 * kUnit;

  // Of frames [first, end) of the store, by the model as it is.
  PhoneGains(const AcousticModel& model, const FeatureStore& store, Frame first, Frame end);

  // Of the first step.
  Frame first_frame() const { return first_frame_; }

  std::size_t step_count() const { return gains_.size() / phone_count_; }
  // By phone.
  std::span<const std::int8_t> at(std::size_t step) const {
    return {gains_.data() + step * phone_count_, phone_count_};
  }

 private:
  std::size_t phone_count_;
  Frame first_frame_;
  std::vector<std::int8_t> gains_;
};

}  // namespace cmos
