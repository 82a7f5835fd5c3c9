// cmos-captions probe FILE.mp3: what the sound is.
#pragma once

#include <filesystem>
#include <ostream>

#include "cmos/captions.h"

namespace cmos {

struct ProbeOptions {
  std::filesystem::path file;
  bool json = false;  // docs/formats.md, "probe JSON"; otherwise a table for people.
  AnalysisOptions analysis;
};

// Diagnostics go to err. Returns the exit code.
int run_probe(const ProbeOptions& options, std::ostream& out, std::ostream& err);

}  // namespace cmos
