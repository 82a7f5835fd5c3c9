// Diagnostics: what is wrong with a page or a file, in the form compilers made familiar.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cmos/error.h"
#include "cmos/export.h"
#include "cmos/rule.h"
#include "cmos/source_position.h"
#include "cmos/time.h"

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
  std::vector<Edit> fix = {};          // The one right answer, where there is only one.
  std::optional<Interval> heard = {};  // Where in the sound it is, if it is there.
};

using Diagnostics = std::vector<Diagnostic>;

// With the severity that the rule has outside `check`, or else in `check`. `file` as users name it.
CMOS_API Diagnostic make_diagnostic(RuleName rule, std::string file,
                                    std::optional<SourcePosition> position, std::string message,
                                    std::vector<Edit> fix = {});

// An error whatever the rule's severity is: what was asked for failed.
CMOS_API Diagnostic to_diagnostic(const Error& error, std::string file);

CMOS_API bool has_errors(const Diagnostics& diagnostics);

// "page.md:41:1", or "page.md" if it has no position, shown as visible_text() does.
CMOS_API std::string place_of(const Diagnostic& diagnostic);

// "page.md:41:1: warning: stamp [24:31] lies after the end of the audio (19:24)
// [stamp-beyond-end]". Name and message are shown as visible_text() does, so that one diagnostic
// stays one line.
CMOS_API std::string to_string(const Diagnostic& diagnostic);

// The page with the edits made; every byte outside them is kept. Of two that
// begin at one place the later one in the list counts; one that begins inside another is left out.
CMOS_API std::string apply_edits(std::string_view page, std::vector<Edit> edits);

// The changed lines with three lines around them, as `diff -u` and `patch` have them; empty if
// nothing changed. Both texts have the same number of lines. `name` stands in the header.
CMOS_API std::string unified_diff(std::string_view before, std::string_view after,
                                  std::string_view name);

// docs/formats.md, "diagnostics JSON".
CMOS_API std::string write_diagnostics_json(const Diagnostics& diagnostics);

// SARIF 2.1.0, with lines and without columns; docs/formats.md, "diagnostics SARIF".
CMOS_API std::string write_diagnostics_sarif(const Diagnostics& diagnostics);

// "::warning file=page.md,line=41,col=1,title=stamp-beyond-end::stamp [24:31] lies ..."; without an
// end of the line.
CMOS_API std::string github_annotation(const Diagnostic& diagnostic);

}  // namespace cmos
