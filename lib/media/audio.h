// Hears sound: finds what it is, in one decode pass.
#pragma once

#include <span>
#include <string>

#include "cmos/audio.h"
#include "cmos/diagnostic.h"
#include "cmos/error.h"
#include "cmos/time.h"
#include "media/byte_source.h"

namespace cmos {

// Samples a second of the stream that sinks get.
constexpr int kSinkRate = 16000;

// Receives the decoded sound, in order and without gaps, as mono samples between -1 and 1 at
// kSinkRate. Its first sample is the first that a listener hears (encoder delay taken off); damaged
// stretches come as zeros of the same length, so that positions stay true. One channel is made of
// several by their mean, or by half the difference of two that have opposite signs, which would
// cancel each other; of several tracks the sum is taken (media/track_mix.h).
class SampleSink {
 public:
  virtual ~SampleSink() = default;
  virtual void consume(std::span<const float> samples) = 0;
  virtual void finish() = 0;  // Once, after the last sample.
};

// Decodes the source once and feeds every sink; memory does not grow with the length of the sound
// but for a few bytes a 10 ms frame. Sinks are called on this thread; if an error comes back, they
// may have got samples, but no finish(). The format is found in the bytes: MP3 (also MP2, MP1), or
// WAV, FLAC, Ogg, MP4. Rules: "mp3-empty", "mp3-undecodable" (also if less than a second is
// decodable, and more bytes are not), "mp3-unreadable", "sound-too-long", "ffmpeg-missing".
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
// counted, not decoded, however long it is: the same as analyze_audio()'s but for a millisecond of
// rounding, and nothing else is filled in. Other formats are decoded. Rules: analyze_audio()'s.
Result<AudioInfo> measure_audio(ByteSource& source);

// How much of an interval is no silence.
Time sounding_time(const AudioInfo& info, Interval interval);

// A warning [mp3-damaged] for each damage, which names its time.
Diagnostics damage_diagnostics(const AudioInfo& info, const std::string& file);

}  // namespace cmos
