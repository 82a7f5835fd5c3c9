// WebVTT (W3C, "WebVTT: The Web Video Text Tracks Format"), for players: .vtt.
#pragma once

#include <string>
#include <string_view>

#include "cmos/cue.h"
#include "format/read_captions.h"

namespace cmos {

// Valid WebVTT: every voice in <v Name>, text and names escaped, no settings, no identifiers. A
// label stands in front of its voice. The end tag </v> is left out where one voice fills the cue,
// as section 4.2.2 allows. Cues without text are left out. Times in cues are not negative and each
// end lies after its start.
std::string write_webvtt(const Cues& cues);

// Follows section 6 (parsing) of the specification, and goes on where that would drop a cue that
// can still be understood. Tags vanish, character references become characters (all of HTML's), a
// line's speaker is the voice that its text starts in. Rules: "captions-encoding", "vtt-signature",
// "vtt-header", "vtt-stray-text", "vtt-timing", "vtt-time-format", "vtt-end-before-start",
// "vtt-start-order", "vtt-blank-line", "vtt-duplicate-id", "vtt-empty-cue", "vtt-escape",
// "vtt-tag", "vtt-inner-time", "vtt-setting", "vtt-late-block".
WithDiagnostics<ReadCaptions> read_webvtt(std::string_view bytes, const std::string& file);

}  // namespace cmos
