// From places where chapters start to the list that formats hold.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cmos/chapter.h"
#include "cmos/source_position.h"
#include "cmos/time.h"
#include "cmos/with_diagnostics.h"

namespace cmos {

// Where a chapter starts, and why.
struct ChapterStart {
  Time time{0};
  std::string title;  // As the page has it: line breaks and control characters are allowed.
  std::string url;
  std::string image;
  std::optional<SourcePosition> position;  // In the page, for diagnostics.
};

// Orders the starts by time, ends each chapter where the next one starts and the last at the
// sound's end. If none starts at 0, one with the episode's title goes in front (none if there are
// no starts at all). Left out with a warning: what starts at or after the end [chapter-beyond-end],
// a second chapter at the same time [chapter-twice], one without a title [chapter-untitled], and
// those after the first kMaxChapters [too-many-chapters]. `file` is the name that diagnostics
// carry.
WithDiagnostics<Chapters> complete_chapters(std::vector<ChapterStart> starts, Time duration,
                                            const std::string& episode_title,
                                            const std::string& file);

}  // namespace cmos
