// Frames: the short pieces of sound that are scored one by one.
#pragma once

#include <chrono>
#include <cmath>
#include <cstdint>

#include "cmos/time.h"
#include "speech/feature_options.h"

namespace cmos {

// A frame by its number, from 0 on, or a number of frames.
using Frame = std::uint32_t;

// Frames a second, and samples from one frame to the next at 16 kHz ("-frate 100").
inline constexpr int kFrameRate = 100;
inline constexpr int kFrameStep = 160;

// A moment or a length of sound, not rounded to whole milliseconds yet.
using SoundTime = std::chrono::duration<double, std::milli>;

// Half-open.
struct SoundInterval {
  SoundTime start{0};
  SoundTime end{0};
};

// To the nearest millisecond, halves away from zero.
inline Time to_time(SoundTime time) {
  return Time(std::llround(time.count()));
}

// The frame that begins at a moment or holds it.
inline Frame frame_at(Time time) {
  return static_cast<Frame>(time.count() * kFrameRate / 1000);
}

// Where the frames of a model lie in the sound: frame t sees the window's length from
// t * kFrameStep samples on.
class FrameTimes {
 public:
  explicit FrameTimes(const FeatureOptions& options) : window_(options.window) {}

  // The change from the frame before to this one: half-way between the middles of their windows.
  SoundTime boundary(Frame frame) const {
    constexpr SoundTime kShift{1000.0 / kFrameRate};
    return frame * kShift + window_ / 2 - kShift / 2;
  }

 private:
  SoundTime window_;
};

}  // namespace cmos
