// The transcript to read: .txt.
#pragma once

#include <string>

#include "cmos/alignment.h"
#include "episode/episode.h"

namespace cmos {

// The title, then each turn under "[m:ss] Name:" with the time at which it really starts, its
// paragraphs in one line each, blank lines between all of these; headings where the page has them.
std::string write_transcript_text(const Episode& episode, const Alignment& alignment);

}  // namespace cmos
