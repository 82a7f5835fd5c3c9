// What the sound is, found in one decode pass.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "base/error.h"
#include "base/time.h"
#include "media/byte_source.h"

namespace cmos {

// Samples a second of the stream that sinks get.
constexpr int kSinkRate = 16000;

// Receives the decoded sound, in order and without gaps, as mono samples between -1 and 1 at
// kSinkRate. Its first sample is the first that a listener hears (encoder delay taken off); damaged
// stretches come as zeros of the same length, so that positions stay true.
class SampleSink {
 public:
  virtual ~SampleSink() = default;
  virtual void consume(std::span<const float> samples) = 0;
  virtual void finish() = 0;  // Once, after the last sample.
};

struct Damage {
  Interval time;       // What could not be decoded.
  std::string reason;  // One line.
};

struct Levels {        // dB relative to full scale of a sine's RMS; -100 for digital silence.
  double noise_floor;  // What silence sounds like in this recording.
  double speech;       // Median of the frames that hold speech.
  double peak;         // Largest sample, dB relative to 1.0.
  double threshold;    // Below it a frame counts as silent.
};

struct AudioInfo {
  Time duration{0};           // Of the decoded samples that are heard, whatever headers say.
  std::uint64_t size = 0;     // Bytes of the file.
  std::int64_t bit_rate = 0;  // Bits a second, mean over the audio's packets.
  int channels = 0;
  int sample_rate = 0;               // Of the file.
  std::string codec;                 // "mp3".
  std::int64_t delay_samples = 0;    // Encoder delay that was taken off the front, at sample_rate.
  std::int64_t padding_samples = 0;  // Encoder padding that was taken off the end.
  Levels levels{};
  std::vector<Interval> silences;  // In order, disjoint, each at least as long as asked for.
  std::vector<Damage> damages;     // In order.
};

struct AnalysisOptions {
  Time minimum_silence{250};
};

// Decodes the source once and feeds every sink; memory does not grow with the length of the sound
// but for tens of bytes a 10 ms frame. Sinks are called on this thread. Rules: "mp3-empty",
// "mp3-undecodable", "mp3-unreadable".
Result<AudioInfo> analyze_audio(ByteSource& source, std::span<SampleSink* const> sinks = {},
                                const AnalysisOptions& options = {});

// The complement of the silences within [0, duration): where there is sound.
std::vector<Interval> sounding_segments(const AudioInfo& info);

}  // namespace cmos
