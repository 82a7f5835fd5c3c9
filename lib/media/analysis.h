// One track of sound, decoded. Inside lib/media only.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <utility>

#include "cmos/error.h"
#include "media/audio.h"
#include "media/mixer.h"
#include "media/sink_feed.h"
#include "media/sound_reader.h"

namespace cmos {

class Analysis {
 public:
  Analysis(SoundReader reader, std::span<SampleSink* const> sinks)
      : reader_(std::move(reader)), feed_(sinks) {}

  // Decodes the next piece; false at the end of the sound, which comes at `longest` at the latest.
  // Rules: "sound-too-long", "mp3-undecodable", "mp3-unreadable".
  Result<bool> step(Time longest);

  Time position() const { return feed_.position(); }  // Of the next sample.

  // At the end of the sound.
  AudioInfo info(const AnalysisOptions& options) &&;

 private:
  Result<void> finish();
  Result<void> add(const SoundPiece& piece);
  void add_zeros(const SoundPiece& piece);
  void take_counted();
  void note_damage(Interval time, const std::string& reason);

  SoundReader reader_;
  Mixer mixer_;
  SinkFeed feed_;
  AudioInfo info_;
  bool is_first_ = true;
  std::optional<AudioInfo> counted_;  // Of MPEG audio without a container, by its frames.
  double decoded_seconds_ = 0;
};

}  // namespace cmos
