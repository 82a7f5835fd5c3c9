// Alignment by turn stamps and silences: the fallback where no acoustic model fits.
#pragma once

#include <optional>
#include <vector>

#include "cmos/alignment.h"
#include "cmos/time.h"
#include "episode/episode.h"

namespace cmos {

// What is known of the sound.
struct VoiceActivity {
  Time duration{0};
  // In order, disjoint, within [0, duration). The more the better: from about 100 ms on.
  std::vector<Interval> silences;
};

// Each turn lies between its own stamp and the second of the next later one; its words are spread
// over the speech between the silences by the sounds they are made of, sentence ends drawn to
// silences. Turns that no later stamp sets apart share their time. A stamp at or after the end is
// treated as missing. Without `sound` (no MP3 at hand) the times come from the stamps alone, the
// last turn's length from its sounds. An episode without words gets no times. Where there are more
// words than milliseconds, they run over the end, and so does the alignment's duration.
// Deterministic; any thread. How: docs/alignment.md.
Alignment align_by_silence(const Episode& episode, const std::optional<VoiceActivity>& sound);

}  // namespace cmos
