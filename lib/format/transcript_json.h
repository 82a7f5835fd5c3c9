// The podcast namespace's JSON transcript: .transcript.json.
#pragma once

#include <string>

#include "cmos/cue.h"

namespace cmos {

// {"version":"1.0.0","segments":[{"speaker","startTime","endTime","body"}]}, a segment for each
// cue, times in seconds with three decimals (docs/schemas/transcript.schema.json). A speaker who is
// not known is left out. `cues` are of the style "podcast", as for write_transcript_vtt().
std::string write_transcript_json(const Cues& cues);

}  // namespace cmos
