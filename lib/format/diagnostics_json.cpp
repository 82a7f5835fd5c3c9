#include "format/diagnostics_json.h"

#include <fmt/format.h>

#include <vector>

#include "format/json_text.h"

namespace cmos {

namespace {

std::string finding_json(const Diagnostic& finding) {
  std::string place = R"("line":null,"column":null)";
  if (finding.position) {
    place =
        fmt::format(R"("line":{},"column":{})", finding.position->line, finding.position->column);
  }
  std::vector<std::string> edits;
  edits.reserve(finding.fix.size());
  for (const auto& [source, text] : finding.fix) {
    edits.push_back(fmt::format(R"({{"begin":{},"end":{},"text":{}}})", source.begin, source.end,
                                json_string(text)));
  }
  return fmt::format(R"({{"file":{},{},"severity":"{}","rule":{},"message":{},"fix":[{}]}})",
                     json_string(finding.file), place, severity_name(finding.severity),
                     json_string(finding.rule), json_string(finding.message),
                     fmt::join(edits, ","));
}

}  // namespace

std::string write_diagnostics_json(const Diagnostics& findings) {
  std::vector<std::string> rows;
  for (const auto& finding : findings) rows.push_back(finding_json(finding));
  return fmt::format("{{\"version\":1,\"findings\":[\n{}\n]}}\n", fmt::join(rows, ",\n"));
}

}  // namespace cmos
