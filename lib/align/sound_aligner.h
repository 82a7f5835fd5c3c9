// From an episode and its sound to the times of its words, in one decode pass.
#pragma once

#include <functional>

#include "cmos/alignment.h"
#include "cmos/error.h"
#include "cmos/progress.h"
#include "episode/episode.h"
#include "media/audio.h"
#include "speech/speech_model.h"

namespace cmos {

struct HeardEpisode {
  AudioInfo audio;
  Alignment alignment;
};

// Empty where nobody wants to know. Called by the thread that decodes or, later, by the one that
// searches.
using ProgressSink = std::function<void(const PageProgress&)>;

// Lays each word on its sound by the model (acoustic_aligner.h), or, without one, by stamps and
// silences (silence_aligner.h). `listener`, if there is one, gets
// the sound, too. Rules of errors: those of analyze_audio().
Result<HeardEpisode> align_sound(const Episode& episode, ByteSource& source,
                                 const SpeechModel* model, const ProgressSink& tell = {},
                                 SampleSink* listener = nullptr);

}  // namespace cmos
