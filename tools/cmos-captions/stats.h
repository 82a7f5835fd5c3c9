// cmos-captions stats FILE|PAGE...: how good captions are.
#pragma once

#include <filesystem>
#include <iosfwd>
#include <vector>

#include "cmos/captions.h"

namespace cmos {

struct StatsOptions {
  // Captions, or pages, whose captions are made first: measure_file() tells them apart.
  std::vector<std::filesystem::path> files;
  // Each is measured against its style; the language is also that of captions in files.
  Settings settings;
  bool json = false;  // docs/formats.md, "stats JSON"; otherwise a table for people.
};

// The figures go to out, diagnostics to err. Returns the exit code: 0 if every file was measured, 1
// if the only one was not, 3 if some of several were not, 2 for wrong use.
int run_stats(const StatsOptions& options, std::ostream& out, std::ostream& err);

}  // namespace cmos
