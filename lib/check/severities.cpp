#include "check/severities.h"

namespace cmos {

Diagnostics apply_severities(Diagnostics diagnostics, const Severities& severities) {
  std::erase_if(diagnostics, [&](const Diagnostic& diagnostic) {
    return severities.disabled.contains(diagnostic.rule);
  });
  for (auto& diagnostic : diagnostics) {
    const auto changed = severities.changed.find(diagnostic.rule);
    if (changed != severities.changed.end()) {
      diagnostic.severity = changed->second;
    } else {
      diagnostic.severity = diagnostic.rule->in_check.value_or(diagnostic.severity);
    }
  }
  return diagnostics;
}

}  // namespace cmos
