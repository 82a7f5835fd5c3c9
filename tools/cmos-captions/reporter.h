// Diagnostics on their way to the user.
#pragma once

#include <filesystem>
#include <iosfwd>
#include <map>
#include <optional>
#include <span>
#include <vector>

#include "cmos/captions.h"

namespace cmos {

// Prints diagnostics, one line each.
class Reporter {
 public:
  // quiet leaves out everything below an error. The stream outlives the reporter.
  Reporter(std::ostream& stream, bool quiet) : stream_(stream), quiet_(quiet) {}

  void report(const Diagnostic& diagnostic);
  void report(const Diagnostics& diagnostics);

 private:
  std::ostream& stream_;
  bool quiet_;
};

// Says why the command line makes no sense; returns the exit code.
int wrong_use(const Error& error, std::ostream& err);

// The settings of each page, in their order. Nothing if a configuration cannot be used, which is
// wrong use and is reported.
std::optional<std::vector<Settings>> settings_of(Captioner& captioner,
                                                 std::span<const std::filesystem::path> pages,
                                                 const Settings& asked, std::ostream& err);

// The rules of these names. Nothing if check has none of a name, which is reported.
std::optional<std::vector<RuleName>> find_check_rules(std::span<const std::string> names,
                                                      std::ostream& err);

}  // namespace cmos
