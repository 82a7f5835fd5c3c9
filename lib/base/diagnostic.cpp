#include "cmos/diagnostic.h"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>
#include <utility>

namespace cmos {

namespace {

std::string without_control_characters(const std::string& text) {
  std::string result;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x20 || byte == 0x7F) {
      result += fmt::format("\\x{:02X}", byte);
    } else {
      result += c;
    }
  }
  return result;
}

}  // namespace

bool has_errors(const Diagnostics& diagnostics) {
  return std::ranges::find(diagnostics, Severity::error, &Diagnostic::severity) !=
         diagnostics.end();
}

std::string to_string(const Diagnostic& diagnostic) {
  std::string where = diagnostic.file;
  if (diagnostic.position) {
    where += fmt::format(":{}:{}", diagnostic.position->line, diagnostic.position->column);
  }
  return fmt::format("{}: {}: {} [{}]", without_control_characters(where),
                     severity_name(diagnostic.severity),
                     without_control_characters(diagnostic.message), diagnostic.rule.name());
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
