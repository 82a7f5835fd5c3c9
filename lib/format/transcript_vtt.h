// WebVTT for podcast apps, which are stricter than the specification: .transcript.vtt.
#pragma once

#include <string>

#include "cmos/cue.h"

namespace cmos {

// The form that podcast apps read (Podcasting 2.0, transcripts, WebVTT): no identifiers, notes or
// settings, hours in all times, one line a cue, <v Name> without an end tag at the front of each.
// `cues` are of the style "podcast" (cmos/style.h); a cue's lines are put into one, with the
// first one's speaker. Cues without text are left out.
std::string write_transcript_vtt(const Cues& cues);

}  // namespace cmos
