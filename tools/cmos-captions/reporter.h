// DiagnosticCollector on their way to the user.
#pragma once

#include <functional>
#include <iosfwd>

#include "base/diagnostic.h"
#include "base/error.h"

namespace cmos {

// Prints each diagnostic as it comes, one line each.
class Reporter {
 public:
  // quiet leaves out everything below an error. The stream outlives the reporter.
  Reporter(std::ostream& stream, bool quiet);
  // Keeps them instead. The list outlives the reporter.
  explicit Reporter(Diagnostics& kept);

  void report(const Diagnostic& diagnostic);
  void report(const Diagnostics& diagnostics);

 private:
  std::function<void(const Diagnostic&)> take_;
};

// Says why the command line makes no sense; returns the exit code.
int wrong_use(const Error& error, std::ostream& err);

}  // namespace cmos
