// What the WebVTT formats for players share.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "cmos/cue.h"

namespace cmos {

// A line's text, escaped and with what mark-up the format has.
using CueLineWriter = std::function<std::string(const CueLine& line)>;

// The file: header, times, voices; `line_writer` is asked for a fresh writer at each cue, which
// then gets the cue's lines in order.
std::string write_webvtt_cues(const Cues& cues,
                              const std::function<CueLineWriter(const Cue& cue)>& line_writer);

// Text or a name as cue text has it: "&", "<" and ">" escaped, so that no "-->" is left either.
std::string escape_webvtt(std::string_view text);

// "<v Name>", or nothing for a speaker who is not known.
std::string voice_tag(std::string_view speaker);

// "00:00:01.000 --> 00:00:02.500".
std::string webvtt_times(const Interval& time);

}  // namespace cmos
