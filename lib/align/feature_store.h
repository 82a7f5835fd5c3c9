// The cepstra of a whole recording and the features made of them.
#pragma once

#include <deque>
#include <span>
#include <vector>

#include "speech/features.h"
#include "speech/mfcc.h"

namespace cmos {

// Grows at its end, 26 bytes a frame. The mean that is taken off each frame is that of the speech
// around it, so that speakers and rooms of their own are evened out as they come. The same frames
// give the same features, however they are cut into calls of add().
class FeatureStore {
 public:
  // Frames that one mean serves, and how far around them it looks.
  static constexpr Frame kMeanStep = 96;
  static constexpr Frame kLookBack = 1600;
  static constexpr Frame kLookAhead = 800;

  void add(std::span<const Cepstrum> cepstra);
  // Nothing is added any more: features become complete up to the last frame.
  void finish();

  // Frames that there are, and those whose features are complete.
  Frame size() const { return static_cast<Frame>(cepstra_.size()); }
  Frame ready() const;

  // Features of frames [first, first + count), all of them ready.
  void features(Frame first, Frame count, std::vector<FeatureFrame>& frames) const;

 private:
  void compute_means();

  std::deque<Cepstrum> cepstra_;
  std::vector<Cepstrum> means_;  // Of each kMeanStep frames.
  bool is_finished_ = false;
};

}  // namespace cmos
