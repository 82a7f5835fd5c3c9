// Where words may be that the search did not find.
#pragma once

#include <optional>
#include <vector>

#include "cmos/alignment.h"
#include "episode/episode.h"
#include "media/audio.h"
#include "speech/frame.h"

namespace cmos {

// Times for words that have none, where the sound between their neighbours is long enough to hold
// them: laid out by its silences and the stamps within it (silence_aligner.h), near the neighbour
// of their own turn if the gap is much longer than they are. Returns the others that cannot be
// spoken there, however fast, in runs of three words or more; in order. A text none of whose words
// was found has no such: who insists on its captions gets all of them.
std::vector<WordRun> lay_out_unfound(const Episode& episode, const AudioInfo& info,
                                     std::vector<std::optional<SoundInterval>>& spans);

}  // namespace cmos
