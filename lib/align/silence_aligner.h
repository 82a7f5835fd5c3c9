// Alignment by turn stamps and silences: the fallback where no acoustic model fits.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "align/alignment.h"
#include "base/time.h"
#include "episode/episode.h"

namespace cmos {

// What is known of the sound.
struct SoundOutline {
  Time duration{0};
  std::vector<Interval> silences;  // In order, disjoint, within [0, duration).
};

// Each turn lies between its own stamp and the next later one; its words are spread over the speech
// between the silences by their syllables, sentence ends drawn to silences. Stamps after the end
// are clamped, with a warning [stamp-beyond-end] at the stamp; `file` and `page` are the page's
// name and text, for the findings' positions. Without an outline (no MP3 at hand) the times come
// from the stamps alone, the last turn's length from its syllables. The episode has at least one
// word, or the alignment is empty.
Alignment align_by_silence(const Episode& episode, const std::optional<SoundOutline>& sound,
                           std::string_view page, const std::string& file);

}  // namespace cmos
