#include "check.h"

#include <ostream>

#include "colour.h"
#include "exit_code.h"
#include "interruption.h"
#include "progress.h"
#include "reporter.h"
#include "standard_input.h"

namespace cmos {

int run_check(const CheckOptions& options, std::ostream& out, std::ostream& err) {
  if (options.list_rules) {
    out << rules_text();
    return kSuccess;
  }
  if (options.pages.empty()) return wrong_use({"PAGE is required", "usage"}, err);
  const auto disabled = find_check_rules(options.disabled_rules, err);
  if (!disabled) return kWrongUse;
  auto settings = options.settings;
  settings.disabled_rules.insert(disabled->begin(), disabled->end());
  Captioner captioner;
  if (const auto given = give_standard_input(captioner, options.pages); !given) {
    return wrong_use(given.error(), err);
  }
  if (!settings_of(captioner, options.pages, settings, err)) return kWrongUse;
  Diagnostics all;
  ProgressLine progress(captioner, err, options.pages.size());
  auto page = options.pages.begin();
  check_pages(captioner, options.pages, settings, [&](const Diagnostics& diagnostics) {
    progress.finish(*page++);
    for (const auto& diagnostic : diagnostics) {
      if (options.form == DiagnosticsForm::text) out << diagnostic_line(diagnostic, out);
      if (options.form == DiagnosticsForm::github) out << github_annotation(diagnostic) << '\n';
    }
    out.flush();
    if (is_interrupted()) end_interrupted();
    all.insert(all.end(), diagnostics.begin(), diagnostics.end());
  });
  if (options.form == DiagnosticsForm::json) out << write_diagnostics_json(all);
  if (options.form == DiagnosticsForm::sarif) out << write_diagnostics_sarif(all);
  return has_errors(all) ? kPageFailed : kSuccess;
}

}  // namespace cmos
