// `cmos-captions [make] PAGE...`: pages become captions and chapters.
#pragma once

#include <cstddef>
#include <filesystem>
#include <iosfwd>
#include <string>
#include <vector>

#include "cmos/captions.h"

namespace cmos {

struct MakeOptions {
  std::vector<std::filesystem::path> pages;
  // Names of formats; empty: what the output's suffix says, or the settings.
  std::vector<std::string> formats;
  // -o: one file for one page, "-" for the standard output. Empty: beside the page.
  std::string output;
  std::filesystem::path output_folder;  // -d. Empty: the page's own.
  std::filesystem::path dependencies;   // -M: rules for make come here. Empty: none are wanted.
  bool in_place = false;                // The marked MP3 takes the place of the page's.
  Settings settings;
  std::size_t jobs = 1;  // Pages worked on at a time.
  bool quiet = false;
  bool shows_progress = false;  // `err` is a terminal.
};

// Returns the exit code. What was asked for with "-o -" goes to `out`, everything else to `err`.
int run_make(const MakeOptions& options, std::ostream& out, std::ostream& err);

}  // namespace cmos
