// What a page's chapters are, and how they get into its MP3.
#pragma once

#include <filesystem>

#include "chapter/find_chapters.h"
#include "page_work.h"
#include "reporter.h"

namespace cmos {

// DiagnosticCollector are reported.
Chapters find_chapters(const TimedPage& timed, const ChapterOptions& options, Reporter& reporter);

// Writes the page's MP3 with these chapters and none else to the target; an empty target is the MP3
// itself. Says so if the page declares another size than the marked file has. The page's sound is
// known. Returns whether it was written; why not is reported.
bool mark_mp3(const TimedPage& timed, const std::filesystem::path& target, const Chapters& chapters,
              Reporter& reporter);

}  // namespace cmos
