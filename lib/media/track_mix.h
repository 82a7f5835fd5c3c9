// The tracks of a file as one sound. Inside lib/media only.
#pragma once

#include <span>

#include "cmos/error.h"
#include "media/audio.h"
#include "media/byte_source.h"

namespace cmos {

// Decodes a file once for each track that belongs to its sound (Demuxer::open()) and hands the sum
// of these to the sinks. Silences and levels are those of the sum, without the peak; codec, rates,
// channels, peaks and damage those of the first track. All tracks begin together.
// Rules: analyze_audio()'s, but for "mp3-empty".
Result<AudioInfo> hear_tracks(ByteSource& source, std::span<SampleSink* const> sinks,
                              const AnalysisOptions& options);

}  // namespace cmos
