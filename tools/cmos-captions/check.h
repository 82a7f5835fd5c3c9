// cmos-captions check PAGE...: what is wrong with pages.
#pragma once

#include <filesystem>
#include <iosfwd>
#include <string>
#include <vector>

#include "cmos/captions.h"

namespace cmos {

struct CheckOptions {
  std::vector<std::filesystem::path> pages;
  std::vector<std::string> disabled_rules;
  Settings settings;
  bool json = false;        // docs/formats.md, "diagnostics JSON"; otherwise one line a diagnostic.
  bool list_rules = false;  // Only that: docs/rules.md.
};

// Diagnostics go to `out`. Returns the exit code: 1 if there is an error among them.
int run_check(const CheckOptions& options, std::ostream& out, std::ostream& err);

}  // namespace cmos
