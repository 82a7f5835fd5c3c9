// `cmos-captions [make] PAGE...`: pages become captions and chapters.
#pragma once

#include <filesystem>
#include <iosfwd>
#include <optional>
#include <string>
#include <vector>

#include "batch.h"
#include "caption/compose.h"
#include "caption/style_choice.h"
#include "chapter/find_chapters.h"
#include "page_work.h"

namespace cmos {

struct MakeOptions {
  std::vector<std::filesystem::path> pages;
  std::vector<std::string> formats;  // Names of the table in output_formats.h; empty: what the
                                     // output's suffix says, or the configuration, or vtt.
  std::string
      output;  // -o: one file for one page, "-" for the standard output. Empty: beside the page.
  std::filesystem::path output_folder;  // -d. Empty: the page's own.
  std::filesystem::path dependencies;   // -M: rules for make come here. Empty: none are wanted.
  ChapterOptions chapters;
  bool in_place = false;  // The marked MP3 takes the place of the page's.
  TimingOptions timing;
  BatchOptions batch;
  StyleChoice style;
  std::optional<SpeakerLabels> labels;  // Empty: the configuration's, or each format's own.
  bool quiet = false;
};

// Returns the exit code. What was asked for with "-o -" go to `out`, everything else to `err`.
int run_make(const MakeOptions& options, std::ostream& out, std::ostream& err);

}  // namespace cmos
