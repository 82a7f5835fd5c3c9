// DiagnosticCollector: what is wrong with a page or a file, in the form compilers made familiar.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "base/source_position.h"

namespace cmos {

enum class Severity { note, warning, error };

// "note", "warning", "error".
std::string_view severity_name(Severity severity);

// A change to a file: `text` takes the place of the bytes of `source`.
struct Edit {
  SourceSpan source;
  std::string text;

  friend bool operator==(const Edit&, const Edit&) = default;
};

struct Diagnostic {
  Severity severity = Severity::warning;
  std::string file;  // As the user named it.
  std::optional<SourcePosition> position;
  std::string message;  // One line that says what is wrong and, where it is not plain, what to do.
  std::string rule;     // Lower case with hyphens: "stamp-beyond-end".
  std::vector<Edit> fix = {};  // The one right answer, where there is only one.
};

using Diagnostics = std::vector<Diagnostic>;

bool has_errors(const Diagnostics& diagnostics);

// "page.md:41:1: warning: stamp [24:31] lies after the end of the audio (19:24)
// [stamp-beyond-end]". Control characters in the message are shown as \xNN, so that one diagnostic
// stays one line.
std::string to_string(const Diagnostic& diagnostic);

Diagnostic to_diagnostic(const Error& error, std::string file);

}  // namespace cmos
