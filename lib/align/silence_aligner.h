// Alignment by turn stamps and silences: the fallback where no acoustic model fits.
#pragma once

#include <optional>

#include "align/voice_activity.h"
#include "cmos/alignment.h"
#include "episode/episode.h"

namespace cmos {

// Each turn lies between its own stamp and the second of the next one; its words are spread over
// the speech between the silences by the sounds they are made of, sentence ends drawn to silences.
// Stamps that the sound speaks against are ignored, stamps that are all early or late by the same
// time are set right (stamp_trust.h). Turns that no stamp sets apart share their time. Without
// `sound` (no MP3 at hand) the times come from the stamps alone, the last turn's length from its
// sounds. An episode without words gets no times. Where there are more words than milliseconds,
// they run over the end, and so does the alignment's duration. Deterministic; any thread. How:
// docs/alignment.md.
Alignment align_by_silence(const Episode& episode, const std::optional<VoiceActivity>& sound);

}  // namespace cmos
