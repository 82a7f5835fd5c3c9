// cmos-captions review PAGE: somebody looks an episode over.
#pragma once

#include <filesystem>
#include <iosfwd>

#include "cmos/captions.h"

namespace cmos {

struct ReviewOptions {
  std::filesystem::path page;
  bool serve = false;  // Until it is interrupted, and with saving.
  Settings settings;
};

// Writes the review page and opens it in a browser. Its address goes to `out`, diagnostics to
// `err`. Returns the exit code.
int run_review(const ReviewOptions& options, std::ostream& out, std::ostream& err);

}  // namespace cmos
