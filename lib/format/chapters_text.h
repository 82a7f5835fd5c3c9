// Chapters for a YouTube description: .chapters.txt.
#pragma once

#include <string>

#include "cmos/chapter.h"
#include "cmos/with_diagnostics.h"

namespace cmos {

// A line for each chapter, "12:34 Title", times floored to seconds. YouTube's rules
// (support.google.com/youtube/answer/9884579, and 5,000 bytes for a description) hold: the first is
// at 0:00, each lasts at least 10 s, and '<' and '>' are shown as U+2039 and U+203A. A chapter that
// is too short becomes part of the one before it (the first one of the one behind it), and so do
// the shortest while the text is too long, each with a warning [youtube-chapter-merged]. Fewer than
// three are written, with a warning [youtube-too-few-chapters], as YouTube shows none of them.
// `file` is the name that diagnostics carry.
WithDiagnostics<std::string> write_chapters_text(const Chapters& chapters, const std::string& file);

// The chapters of a video in which the sound begins at the offset. What comes before it belongs to
// the first chapter.
Chapters in_video(Chapters chapters, Time offset);

}  // namespace cmos
