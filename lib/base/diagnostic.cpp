#include "base/diagnostic.h"

#include <fmt/format.h>

#include <algorithm>

#include <utility>

namespace cmos {

namespace {

const char* name(Severity severity) {
  switch (severity) {
    case Severity::note:
      return "note";
    case Severity::warning:
      return "warning";
    case Severity::error:
      return "error";
  }
  return "";
}

std::string one_line(const std::string& text) {
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

bool has_errors(const Diagnostics& findings) {
  return std::ranges::find(findings, Severity::error, &Diagnostic::severity) != findings.end();
}

std::string to_string(const Diagnostic& diagnostic) {
  std::string where = diagnostic.file;
  if (diagnostic.position) {
    where += fmt::format(":{}:{}", diagnostic.position->line, diagnostic.position->column);
  }
  return fmt::format("{}: {}: {} [{}]", one_line(where), name(diagnostic.severity),
                     one_line(diagnostic.message), diagnostic.rule);
}

Diagnostic to_diagnostic(const Error& error, std::string file) {
  return {Severity::error, std::move(file), error.position, error.message, error.rule};
}

}  // namespace cmos
