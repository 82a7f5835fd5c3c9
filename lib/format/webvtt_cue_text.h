// The text of one WebVTT cue: tags, voices, character references.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "cmos/cue.h"
#include "format/read_captions.h"

namespace cmos {

// The lines of a cue's text, as section 6.4 of the specification tokenizes it; empty ones are left
// out. Diagnostics go to the file at the lines' positions. `time` is the cue's, for inner
// timestamps.
std::vector<CueLine> parse_webvtt_cue_text(const std::vector<TextLine>& lines, const Interval& time,
                                           CaptionsFile& file);

}  // namespace cmos
