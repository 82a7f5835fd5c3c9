// Size and length that a page does not say, from the sound.
#pragma once

#include "cmos/diagnostic.h"
#include "cmos/page.h"
#include "episode/episode.h"
#include "media/audio.h"

namespace cmos {

// Gives [mp3-size-missing] and [mp3-time-missing] among the diagnostics their edit: a line behind
// `file:` under `mp3:`. Where the page writes that in another way they stay as they are.
void offer_missing_values(const DeclaredMp3& declared, const AudioInfo& audio, const Page& page,
                          Diagnostics& diagnostics);

}  // namespace cmos
