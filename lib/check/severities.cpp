#include "check/severities.h"

#include "base/rules.h"

namespace cmos {

Diagnostics judge(Diagnostics diagnostics, const Severities& severities) {
  std::erase_if(diagnostics, [&](const Diagnostic& diagnostic) {
    return severities.disabled.contains(diagnostic.rule);
  });
  for (auto& diagnostic : diagnostics) {
    const auto changed = severities.changed.find(diagnostic.rule);
    if (changed != severities.changed.end()) {
      diagnostic.severity = changed->second;
    } else if (const auto* rule = find_rule(diagnostic.rule)) {
      diagnostic.severity = rule->in_check.value_or(diagnostic.severity);
    }
  }
  return diagnostics;
}

}  // namespace cmos
