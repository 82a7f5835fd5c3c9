// What the sound of a file is.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "cmos/export.h"
#include "cmos/limits.h"
#include "cmos/time.h"

namespace cmos {

// Time is counted by frames. A frame that cannot be decoded lasts as long as a good one, and so
// does one whose header is gone, if the bytes up to the next good one are as many as whole frames
// of that bit rate have. Other bytes between frames take no time: the interval is empty. So does a
// frame cut off at the end, which is not counted. Tags are no damage.
struct Damage {
  Interval time;       // What could not be decoded.
  std::string reason;  // One line.
};

// dB relative to the RMS of a full-scale sine, to a tenth; -100 for digital silence. Of 10 ms
// frames at kSinkRate behind a high-pass filter of 80 Hz.
struct Levels {
  double noise_floor;  // Median of the silent frames; if there are none, of the softest.
  double speech;       // Median of the frames that are not silent.
  double peak;         // Largest sample of any channel, dB relative to 1.0; may be above 0.
  double threshold;    // Median of what parts the two; it follows the recording (see below).
};

struct AudioInfo {
  Time duration{0};           // Of the decoded samples that are heard, whatever headers say.
  std::uint64_t size = 0;     // Bytes of the file.
  std::int64_t bit_rate = 0;  // Bits a second, mean over the audio's packets.
  int channels = 0;
  int sample_rate = 0;               // Of the file.
  std::string codec;                 // "mp3".
  std::string container;             // What the codec's frames lie in: "MP4"; empty if in nothing.
  std::int64_t delay_samples = 0;    // Encoder delay that was taken off the front, at sample_rate.
  std::int64_t padding_samples = 0;  // Encoder padding that was taken off the end.
  Levels levels{};
  double full_scale_share = 0;        // Of all channels' samples, those at 0.999 or above.
  std::vector<double> channel_peaks;  // dB, one a channel, as Levels::peak.
  std::vector<Interval> silences;     // In order, disjoint, each at least as long as asked for.
  std::vector<Damage> damages;        // In order.
  // Whether frames of MPEG audio without a container differ in bit rate, so that no place in the
  // file follows from a moment.
  bool is_variable_rate = false;
};

struct AnalysisOptions {
  Time minimum_silence{250};
  Time longest = kLongestSound;  // Where longer, the sound is an error, "sound-too-long".
};

// The complement of the silences within [0, duration): where there is sound.
CMOS_API std::vector<Interval> sounding_segments(const AudioInfo& info);

}  // namespace cmos
