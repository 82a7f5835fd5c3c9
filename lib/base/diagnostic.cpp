#include "cmos/diagnostic.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "cmos/visible_text.h"

namespace cmos {

bool has_errors(const Diagnostics& diagnostics) {
  return std::ranges::find(diagnostics, Severity::error, &Diagnostic::severity) !=
         diagnostics.end();
}

std::string place_of(const Diagnostic& diagnostic) {
  auto place = visible_text(diagnostic.file);
  if (diagnostic.position) {
    place += fmt::format(":{}:{}", diagnostic.position->line, diagnostic.position->column);
  }
  return place;
}

std::string to_string(const Diagnostic& diagnostic) {
  return fmt::format("{}: {}: {} [{}]", place_of(diagnostic), severity_name(diagnostic.severity),
                     visible_text(diagnostic.message), diagnostic.rule.name());
}

Diagnostic make_diagnostic(RuleName rule, std::string file, std::optional<SourcePosition> position,
                           std::string message, std::vector<Edit> fix) {
  return {rule->severity ? *rule->severity : rule->in_check.value(),
          std::move(file),
          position,
          std::move(message),
          rule,
          std::move(fix)};
}

Diagnostic to_diagnostic(const Error& error, std::string file) {
  return {Severity::error, std::move(file), error.position, error.message, error.rule};
}

}  // namespace cmos
