// Chapters for a player's <track kind="chapters">: .chapters.vtt.
#pragma once

#include <string>

#include "cmos/chapter.h"

namespace cmos {

// WebVTT with one cue for each chapter, its text the title.
std::string write_chapters_vtt(const Chapters& chapters);

}  // namespace cmos
