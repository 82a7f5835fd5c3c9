// cmos-captions stats FILE|PAGE...: how good captions are.
#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>
#include <ostream>
#include <string>
#include <vector>

#include "caption/compose.h"
#include "caption/style_choice.h"
#include "page_work.h"

namespace cmos {

struct StatsOptions {
  // What is named .vtt or .srt is read; anything else is a page, whose captions are made first.
  std::vector<std::filesystem::path> files;
  TimingOptions timing;                 // Of pages; the language also of captions in files.
  std::optional<SpeakerLabels> labels;  // Of pages. Empty: the configuration's, or none.
  StyleChoice style;       // That all are measured against, and pages' captions made in.
  bool json = false;       // docs/formats.md, "stats JSON"; otherwise a table for people.
  std::size_t worst = 10;  // So many of the worst cues of each file are shown.
};

// The figures go to out, diagnostics to err. Returns the exit code: 0 if every file was measured, 1
// if the only one was not, 3 if some of several were not, 2 where the configurations of the files
// want different styles.
int run_stats(const StatsOptions& options, std::ostream& out, std::ostream& err);

}  // namespace cmos
