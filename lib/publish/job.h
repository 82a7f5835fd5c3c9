// From an episode's captions to what goes up.
#pragma once

#include <optional>

#include "publish/decide.h"

namespace cmos {

// The cues are moved by the offset, where there is one, and become SubRip: YouTube shows no voices,
// so what says who speaks must be in the lines.
UploadJob make_job(std::string page, TrackKey key, Cues cues, Time audio,
                   std::optional<Time> offset);

}  // namespace cmos
