// SARIF 2.1.0 (OASIS): what code hosts show beside the lines of a change.
#include <fmt/format.h>

#include <set>
#include <string>
#include <vector>

#include "base/web.h"
#include "cmos/diagnostic.h"
#include "format/json_text.h"

namespace cmos {

namespace {

// Columns of diagnostics count bytes, those of SARIF characters: so lines alone.
std::string sarif_region(const Diagnostic& diagnostic) {
  if (!diagnostic.position) return {};
  return fmt::format(R"(,"region":{{"startLine":{}}})", diagnostic.position->line);
}

std::string sarif_result(const Diagnostic& diagnostic) {
  return fmt::format(R"({{"ruleId":{},"level":"{}","message":{{"text":{}}},"locations":[)"
                     R"({{"physicalLocation":{{"artifactLocation":{{"uri":{}}}{}}}}}]}})",
                     json_string(diagnostic.rule.name()), severity_name(diagnostic.severity),
                     json_string(diagnostic.message), json_string(encode_path(diagnostic.file)),
                     sarif_region(diagnostic));
}

std::string sarif_rule(RuleName rule) {
  return fmt::format(R"({{"id":{},"shortDescription":{{"text":{}}},"help":{{"text":{}}}}})",
                     json_string(rule.name()), json_string(rule->meaning),
                     json_string(rule->advice));
}

}  // namespace

std::string write_diagnostics_sarif(const Diagnostics& diagnostics) {
  std::set<RuleName> found;
  std::vector<std::string> results;
  results.reserve(diagnostics.size());
  for (const auto& diagnostic : diagnostics) {
    found.insert(diagnostic.rule);
    results.push_back(sarif_result(diagnostic));
  }
  std::vector<std::string> rules;
  rules.reserve(found.size());
  for (const auto rule : found) rules.push_back(sarif_rule(rule));
  return fmt::format(
      R"({{"$schema":"https://json.schemastore.org/sarif-2.1.0.json","version":"2.1.0","runs":[)"
      "{{\"tool\":{{\"driver\":{{\"name\":\"cmos-captions\",\"rules\":[\n{}\n]}}}},"
      "\"results\":[\n{}\n]}}]}}\n",
      fmt::join(rules, ",\n"), fmt::join(results, ",\n"));
}

}  // namespace cmos
