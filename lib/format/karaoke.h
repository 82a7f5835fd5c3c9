// WebVTT whose words light up one by one: .karaoke.vtt.
#pragma once

#include <string>

#include "cmos/cue.h"

namespace cmos {

// As write_webvtt(), with a timestamp before each word that begins inside the cue. In each cue the
// timestamps strictly increase and lie strictly inside, as section 4.2.2 of the specification asks;
// a word that would break this goes with the word before. Cues without words have none.
std::string write_karaoke(const Cues& cues);

}  // namespace cmos
