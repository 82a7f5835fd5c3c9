#include "fix.h"

#include <unistd.h>

#include <ostream>

#include "cmos/visible_text.h"
#include "exit_code.h"
#include "reporter.h"

namespace cmos {

int run_fix(const FixOptions& options, std::ostream& out, std::ostream& err) {
  const auto only = find_check_rules(options.only_rules, err);
  if (!only) return kWrongUse;
  Captioner captioner;
  if (!settings_of(captioner, options.pages, options.settings, err)) return kWrongUse;
  Reporter reporter(err, false);
  bool all_good = true;
  for (const auto& page : options.pages) {
    auto fixed = fix_page(captioner, page, options.settings, *only);
    if (options.dry_run) {
      const auto diff = unified_diff(fixed.before, fixed.after, page.string());
      out << (::isatty(STDOUT_FILENO) != 0 ? visible_lines(diff) : diff) << std::flush;
    } else if (fixed.after != fixed.before) {
      const auto written = write_file(page, fixed.after);
      if (!written) fixed.left.push_back(to_diagnostic(written.error(), page.string()));
    }
    reporter.report(fixed.left);
    all_good = all_good && !has_errors(fixed.left);
  }
  return all_good && out ? kSuccess : kPageFailed;
}

}  // namespace cmos
