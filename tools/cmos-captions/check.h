// cmos-captions check PAGE...: what is wrong with pages.
#pragma once

#include <filesystem>
#include <iosfwd>
#include <string>
#include <vector>

#include "cmos/captions.h"

namespace cmos {

// docs/formats.md.
enum class DiagnosticsForm { text, json, sarif, github };

struct CheckOptions {
  std::vector<std::filesystem::path> pages;
  std::vector<std::string> disabled_rules;
  Settings settings;
  DiagnosticsForm form = DiagnosticsForm::text;
  bool list_rules = false;  // Only that: docs/rules.md.
};

// Diagnostics go to `out`. Returns the exit code: 1 if there is an error among them.
int run_check(const CheckOptions& options, std::ostream& out, std::ostream& err);

}  // namespace cmos
