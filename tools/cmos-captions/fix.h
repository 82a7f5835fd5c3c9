// cmos-captions fix PAGE...: fixes what has one right answer.
#pragma once

#include <filesystem>
#include <iosfwd>
#include <string>
#include <vector>

#include "cmos/captions.h"

namespace cmos {

struct FixOptions {
  std::vector<std::filesystem::path> pages;
  std::vector<std::string> only_rules;  // Empty: all that can be fixed.
  Settings settings;
  bool dry_run = false;  // Print a unified diff instead of writing.
};

// The diff, and what the standard input becomes, go to `out`, what is left for a person to `err`.
// Returns the exit code: 1 if an error is left, or a page cannot be written.
int run_fix(const FixOptions& options, std::ostream& out, std::ostream& err);

}  // namespace cmos
