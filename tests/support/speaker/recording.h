// A script's sound and its truth.
#pragma once

#include <vector>

#include "support/speaker/script.h"
#include "support/truth.h"

namespace cmos::speaker {

constexpr int kRecordingRate = 44100;   // Samples a second, as podcasts have.
constexpr double kSpeechLevel = -23.0;  // dB relative to full scale: RMS of each line's words.

struct Recording {
  std::vector<float> samples;  // Mono at kRecordingRate; may exceed -1 to 1, which the file clips.
  Truth truth;
};

// The same script gives the same samples. Throws std::runtime_error.
Recording record(const Script& script);

}  // namespace cmos::speaker
