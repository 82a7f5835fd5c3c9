// Diagnostics: what is wrong with a page or a file, in the form compilers made familiar.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/error.h"
#include "base/rule.h"
#include "base/source_position.h"

namespace cmos {

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
  RuleName rule;
  std::vector<Edit> fix = {};  // The one right answer, where there is only one.
};

using Diagnostics = std::vector<Diagnostic>;

// With the severity that the rule has outside `check`, or else in `check`. `file` as users name it.
Diagnostic make_diagnostic(RuleName rule, std::string file, std::optional<SourcePosition> position,
                           std::string message, std::vector<Edit> fix = {});

// An error whatever the rule's severity is: what was asked for failed.
Diagnostic to_diagnostic(const Error& error, std::string file);

bool has_errors(const Diagnostics& diagnostics);

// "page.md:41:1: warning: stamp [24:31] lies after the end of the audio (19:24)
// [stamp-beyond-end]". Control characters in the message are shown as \xNN, so that one diagnostic
// stays one line.
std::string to_string(const Diagnostic& diagnostic);

}  // namespace cmos
