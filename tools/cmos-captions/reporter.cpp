#include "reporter.h"

#include <ostream>

#include "exit_code.h"

namespace cmos {

void Reporter::report(const Diagnostic& finding) {
  if (finding.severity == Severity::error || !quiet_) stream_ << to_string(finding) << '\n';
}

void Reporter::report(const Diagnostics& findings) {
  for (const auto& finding : findings) report(finding);
}

int wrong_use(const Error& error, std::ostream& err) {
  err << "cmos-captions: error: " << error.message << " [" << error.rule << "]\n";
  return kWrongUse;
}

}  // namespace cmos
