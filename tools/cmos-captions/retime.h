// cmos-captions retime CAPTIONS --audio FILE: somebody's captions get the times of the sound.
#pragma once

#include <filesystem>
#include <iosfwd>
#include <string>

#include "cmos/captions.h"

namespace cmos {

struct RetimeOptions {
  std::filesystem::path captions;
  std::string output;     // "-" for the standard output. Empty: NAME.retimed.srt beside them.
  bool in_place = false;  // The captions themselves are replaced.
  Settings settings;
};

// What goes to the standard output goes to `out`, diagnostics to `err`. Returns the exit code.
int run_retime(const RetimeOptions& options, std::ostream& out, std::ostream& err);

}  // namespace cmos
