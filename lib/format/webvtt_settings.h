// The settings of WebVTT cues, and the regions that they name.
#pragma once

#include <set>
#include <string_view>
#include <vector>

#include "format/read_captions.h"

namespace cmos {

using WebVttRegions = std::set<std::string_view>;  // By their identifiers.

// The identifier that a REGION block gives; empty if it gives none.
std::string_view webvtt_region_id(const std::vector<TextLine>& block);

// Diagnostics [vtt-setting] for what players pass over in a cue's settings (section 4.4 of the
// specification). `settings` is the end of the line `line`.
void check_webvtt_settings(std::string_view settings, const TextLine& line,
                           const WebVttRegions& regions, CaptionsFile& file);

}  // namespace cmos
