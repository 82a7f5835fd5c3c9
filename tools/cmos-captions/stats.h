// cmos-captions stats FILE|PAGE...: how good captions are.
#pragma once

#include <cstddef>
#include <filesystem>
#include <functional>
#include <ostream>
#include <string>
#include <vector>

#include "base/error.h"
#include "caption/style.h"
#include "format/read_captions.h"

namespace cmos {

struct StatsOptions {
  std::vector<std::filesystem::path> files;
  Style style = kStyles[0];
  std::string language = "en";  // BCP 47: of captions in files, which do not say it.
  bool json = false;            // docs/formats.md, "stats JSON"; otherwise a table for people.
  std::size_t worst = 10;       // So many of the worst cues of each file are shown.
  // Makes the captions of a page: whatever is not named .vtt or .srt. Without it that is wrong use.
  std::function<Result<ReadCaptions>(const std::filesystem::path& page)> captions_of_page;
};

// The figures go to out, findings to err. Returns the exit code: 0 if every file was measured, 1 if
// the only one was not, 3 if some of several were not, 2 for a file of another kind.
int run_stats(const StatsOptions& options, std::ostream& out, std::ostream& err);

}  // namespace cmos
