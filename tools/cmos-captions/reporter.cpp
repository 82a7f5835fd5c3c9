#include "reporter.h"

#include <ostream>

#include "exit_code.h"

namespace cmos {

Reporter::Reporter(std::ostream& stream, bool quiet)
    : take_([&stream, quiet](const Diagnostic& diagnostic) {
        if (diagnostic.severity == Severity::error || !quiet)
          stream << to_string(diagnostic) << '\n';
      }) {}

Reporter::Reporter(Diagnostics& kept)
    : take_([&kept](const Diagnostic& diagnostic) { kept.push_back(diagnostic); }) {}

void Reporter::report(const Diagnostic& diagnostic) {
  take_(diagnostic);
}

void Reporter::report(const Diagnostics& diagnostics) {
  for (const auto& diagnostic : diagnostics) report(diagnostic);
}

int wrong_use(const Error& error, std::ostream& err) {
  err << "cmos-captions: error: " << error.message << " [" << error.rule.name() << "]\n";
  return exit_code_of(error.rule->failure);
}

}  // namespace cmos
