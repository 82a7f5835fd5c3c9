#include "reporter.h"

#include <ostream>

namespace cmos {

void Reporter::report(const Diagnostic& finding) {
  const bool is_error = finding.severity == Severity::error;
  has_errors_ = has_errors_ || is_error;
  if (is_error || !quiet_) stream_ << to_string(finding) << '\n';
}

void Reporter::report(const Diagnostics& findings) {
  for (const auto& finding : findings) report(finding);
}

}  // namespace cmos
