#include "check/severities.h"

#include "base/rules.h"

namespace cmos {

Diagnostics judge(Diagnostics findings, const Severities& severities) {
  std::erase_if(findings, [&](const Diagnostic& finding) {
    return severities.disabled.contains(finding.rule);
  });
  for (auto& finding : findings) {
    const auto changed = severities.changed.find(finding.rule);
    if (changed != severities.changed.end()) {
      finding.severity = changed->second;
    } else if (const auto* rule = find_rule(finding.rule)) {
      finding.severity = rule->in_check.value_or(finding.severity);
    }
  }
  return findings;
}

}  // namespace cmos
