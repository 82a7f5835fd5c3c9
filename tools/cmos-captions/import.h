// cmos-captions import TRANSCRIPT --audio FILE: a transcript of any form becomes an episode page.
#pragma once

#include <filesystem>
#include <iosfwd>

#include "cmos/captions.h"

namespace cmos {

struct ImportOptions {
  std::filesystem::path transcript;
  Settings settings;
};

// The page goes to out, diagnostics to err. Returns the exit code: 0, or 1 if there is no page.
int run_import(const ImportOptions& options, std::ostream& out, std::ostream& err);

}  // namespace cmos
