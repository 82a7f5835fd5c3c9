#include "cmos/diagnostic.h"

#include <fmt/format.h>

#include <vector>

#include "format/json_text.h"

namespace cmos {

namespace {

std::string diagnostic_json(const Diagnostic& diagnostic) {
  std::string place = R"("line":null,"column":null)";
  if (diagnostic.position) {
    place = fmt::format(R"("line":{},"column":{})", diagnostic.position->line,
                        diagnostic.position->column);
  }
  std::vector<std::string> edits;
  edits.reserve(diagnostic.fix.size());
  for (const auto& [source, text] : diagnostic.fix) {
    edits.push_back(fmt::format(R"({{"begin":{},"end":{},"text":{}}})", source.begin, source.end,
                                json_string(text)));
  }
  return fmt::format(R"({{"file":{},{},"severity":"{}","rule":{},"message":{},"fix":[{}]}})",
                     json_string(diagnostic.file), place, severity_name(diagnostic.severity),
                     json_string(diagnostic.rule.name()), json_string(diagnostic.message),
                     fmt::join(edits, ","));
}

}  // namespace

std::string write_diagnostics_json(const Diagnostics& diagnostics) {
  std::vector<std::string> rows;
  for (const auto& diagnostic : diagnostics) rows.push_back(diagnostic_json(diagnostic));
  return fmt::format("{{\"version\":1,\"findings\":[\n{}\n]}}\n", fmt::join(rows, ",\n"));
}

}  // namespace cmos
