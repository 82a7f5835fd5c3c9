// What the sound says of the page.
#pragma once

#include <string>
#include <string_view>

#include "align/alignment.h"
#include "base/diagnostic.h"
#include "episode/episode.h"
#include "media/audio.h"

namespace cmos {

// The size and the length that the page declares, against the MP3's. `time` is floored, so up to 1
// s of difference is right.
Diagnostics compare_declared(const DeclaredMp3& declared, const AudioInfo& audio,
                             std::string_view page, const std::string& file);

// Everything else: clipped sound, silent channels, stamps against the moments at which turns are
// heard to begin, sound behind the last word. `alignment` was made from the episode and the same
// sound; only where it was measured (with confidence) are stamps judged.
// Adds to the diagnostics, which have those of the alignment already.
void judge_sound(const Episode& episode, std::string_view page, const std::string& file,
                 const AudioInfo& audio, const Alignment& alignment, Diagnostics& diagnostics);

}  // namespace cmos
