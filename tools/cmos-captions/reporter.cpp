#include "reporter.h"

#include <ostream>

namespace cmos {

void Reporter::report(const Diagnostic& finding) {
  if (finding.severity == Severity::error || !quiet_) stream_ << to_string(finding) << '\n';
}

void Reporter::report(const Diagnostics& findings) {
  for (const auto& finding : findings) report(finding);
}

}  // namespace cmos
