// What the sound is, found in one decode pass.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "base/error.h"
#include "base/time.h"
#include "media/byte_source.h"

namespace cmos {

// Samples a second of the stream that sinks get.
constexpr int kSinkRate = 16000;

// Receives the decoded sound, in order and without gaps, as mono samples between -1 and 1 at
// kSinkRate. Its first sample is the first that a listener hears (encoder delay taken off); damaged
// stretches come as zeros of the same length, so that positions stay true. One channel is made of
// several by their mean, or by half the difference of two that have opposite signs, which would
// cancel each other.
class SampleSink {
 public:
  virtual ~SampleSink() = default;
  virtual void consume(std::span<const float> samples) = 0;
  virtual void finish() = 0;  // Once, after the last sample.
};

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
  std::int64_t delay_samples = 0;    // Encoder delay that was taken off the front, at sample_rate.
  std::int64_t padding_samples = 0;  // Encoder padding that was taken off the end.
  Levels levels{};
  double full_scale_share = 0;        // Of all channels' samples, those at 0.999 or above.
  std::vector<double> channel_peaks;  // dB, one a channel, as Levels::peak.
  std::vector<Interval> silences;     // In order, disjoint, each at least as long as asked for.
  std::vector<Damage> damages;        // In order.
};

struct AnalysisOptions {
  Time minimum_silence{250};
};

// Decodes the source once and feeds every sink; memory does not grow with the length of the sound
// but for a few bytes a 10 ms frame. Sinks are called on this thread; if an error comes back, they
// may have got samples, but no finish(). The format is found in the bytes: MP3 (also MP2, MP1), or
// WAV, FLAC, Ogg, MP4. Rules: "mp3-empty", "mp3-undecodable" (also if less than a second is
// decodable, and more bytes are not), "mp3-unreadable", "ffmpeg-missing".
//
// Silence is what is not louder than the recording's own background, by a threshold for each
// second: the loudest 10 ms of every 250 ms around it are parted into background and speech by
// Otsu's method (IEEE Trans. Systems, Man, and Cybernetics 9, 1979), after media/noise.h.
// Boundaries lie on 10 ms. Sounds shorter than 30 ms that stand alone do not end a silence.
Result<AudioInfo> analyze_audio(ByteSource& source, std::span<SampleSink* const> sinks = {},
                                const AnalysisOptions& options = {});

// Loads FFmpeg's libraries, unless that is done: tens of milliseconds that analyze_audio() takes
// otherwise. For a thread that runs ahead of it.
void load_ffmpeg();

// Duration, size, bit rate, codec, sample rate, delay and padding. The frames of MPEG audio are
// counted, not decoded: the same as analyze_audio()'s but for a millisecond of rounding, and
// nothing else is filled in. Other formats are decoded. Rules: analyze_audio()'s.
Result<AudioInfo> measure_audio(ByteSource& source);

// The complement of the silences within [0, duration): where there is sound.
std::vector<Interval> sounding_segments(const AudioInfo& info);

// How much of an interval is no silence.
Time sounding_time(const AudioInfo& info, Interval interval);

// A warning [mp3-damaged] for each damage, which names its time.
Diagnostics damage_diagnostics(const AudioInfo& info, const std::string& file);

}  // namespace cmos
