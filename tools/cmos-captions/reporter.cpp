#include "reporter.h"

#include <ostream>

#include "exit_code.h"

namespace cmos {

Reporter::Reporter(std::ostream& stream, bool quiet)
    : take_([&stream, quiet](const Diagnostic& finding) {
        if (finding.severity == Severity::error || !quiet) stream << to_string(finding) << '\n';
      }) {}

Reporter::Reporter(Diagnostics& kept)
    : take_([&kept](const Diagnostic& finding) { kept.push_back(finding); }) {}

void Reporter::report(const Diagnostic& finding) {
  take_(finding);
}

void Reporter::report(const Diagnostics& findings) {
  for (const auto& finding : findings) report(finding);
}

int wrong_use(const Error& error, std::ostream& err) {
  err << "cmos-captions: error: " << error.message << " [" << error.rule << "]\n";
  return kWrongUse;
}

}  // namespace cmos
