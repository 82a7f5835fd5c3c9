// cmos-captions chapters FILE.mp3: the chapters of a marked file.
#pragma once

#include <filesystem>
#include <ostream>

namespace cmos {

struct ChaptersOptions {
  std::filesystem::path file;
  bool json = false;        // JSON chapters of the podcast namespace,
  bool ffmetadata = false;  // FFmpeg's metadata file, or else a line for each chapter.
};

// The chapters go to out, diagnostics to err. Returns the exit code: 0, or 1 if the file cannot be
// read.
int run_chapters(const ChaptersOptions& options, std::ostream& out, std::ostream& err);

}  // namespace cmos
