// Speakers whose IDs look like one another's.
#pragma once

#include "base/findings.h"
#include "episode/episode.h"

namespace cmos {

void check_speaker_ids(const Episode& episode, Findings& findings);

}  // namespace cmos
