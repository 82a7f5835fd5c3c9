// How loud the sound is, frame by frame. Inside lib/media only.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "media/audio.h"

namespace cmos {

// Tenths of a decibel, relative to a full-scale sine; kDigitalSilence at the least.
using Level = std::int16_t;
constexpr Level kDigitalSilence = -1000;

constexpr std::size_t kFramesPerSecond = 100;
constexpr Time kFrame{1000 / kFramesPerSecond};

// Takes the level (RMS) of each 10 ms of samples at kSinkRate. A high-pass filter goes before it:
// an offset, mains hum and rumble are below 80 Hz, where speech is not.
class LevelMeter {
 public:
  void consume(std::span<const float> samples);
  void finish();  // The last frame may be shorter.

  std::span<const Level> levels() const { return levels_; }

 private:
  void end_frame();

  std::vector<Level> levels_;
  std::size_t count_ = 0;  // Samples of the frame at hand.
  float energy_ = 0;       // Their sum of squares.
  float last_input_ = 0;
  float last_output_ = 0;
};

}  // namespace cmos
