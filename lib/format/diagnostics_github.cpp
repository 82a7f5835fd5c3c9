// Workflow commands of GitHub Actions ("Workflow commands", error, warning, notice).
#include <fmt/format.h>

#include <string>
#include <string_view>

#include "cmos/diagnostic.h"

namespace cmos {

namespace {

// What would end the command or one of its values.
std::string escaped(std::string_view text, std::string_view escapes) {
  std::string result;
  for (const char c : text) {
    if (escapes.find(c) == std::string_view::npos) {
      result += c;
    } else {
      result += fmt::format("%{:02X}", static_cast<unsigned char>(c));
    }
  }
  return result;
}

std::string place(const Diagnostic& diagnostic) {
  if (!diagnostic.position) return {};
  return fmt::format(",line={},col={}", diagnostic.position->line, diagnostic.position->column);
}

}  // namespace

std::string github_annotation(const Diagnostic& diagnostic) {
  const auto command = diagnostic.severity == Severity::note ? std::string_view("notice")
                                                             : severity_name(diagnostic.severity);
  return fmt::format("::{} file={}{},title={}::{}", command, escaped(diagnostic.file, "%\r\n:,"),
                     place(diagnostic), diagnostic.rule.name(),
                     escaped(diagnostic.message, "%\r\n"));
}

}  // namespace cmos
