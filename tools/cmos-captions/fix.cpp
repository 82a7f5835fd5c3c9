#include "fix.h"

#include <unistd.h>

#include <ostream>
#include <span>
#include <utility>

#include "cmos/visible_text.h"
#include "exit_code.h"
#include "interruption.h"
#include "progress.h"
#include "reporter.h"
#include "standard_input.h"

namespace cmos {

namespace {

// What is left wrong of the page.
Diagnostics fix(Captioner& captioner, const std::filesystem::path& page, const FixOptions& options,
                std::span<const RuleName> only, ProgressLine& progress, std::ostream& out) {
  auto fixed = fix_page(captioner, page, options.settings, only);
  progress.finish(page);
  if (options.dry_run) {
    const auto diff = unified_diff(fixed.before, fixed.after, page.string());
    out << (::isatty(STDOUT_FILENO) != 0 ? visible_lines(diff) : diff) << std::flush;
  } else if (page == kStandardInput) {
    out << fixed.after << std::flush;
  } else if (fixed.after != fixed.before) {
    const auto written = write_file(page, fixed.after);
    if (!written) fixed.left.push_back(to_diagnostic(written.error(), page.string()));
  }
  return std::move(fixed.left);
}

}  // namespace

int run_fix(const FixOptions& options, std::ostream& out, std::ostream& err) {
  const auto only = find_check_rules(options.only_rules, err);
  if (!only) return kWrongUse;
  Captioner captioner;
  if (const auto given = give_standard_input(captioner, options.pages); !given) {
    return wrong_use(given.error(), err);
  }
  if (!settings_of(captioner, options.pages, options.settings, err)) return kWrongUse;
  Reporter reporter(err, false);
  ProgressLine progress(captioner, err, options.pages.size());
  bool all_good = true;
  for (const auto& page : options.pages) {
    Diagnostics left;
    const auto attempted =
        attempt([&] { left = fix(captioner, page, options, *only, progress, out); });
    if (!attempted) left.push_back(to_diagnostic(attempted.error(), page.string()));
    reporter.report(left);
    if (is_interrupted()) end_interrupted();
    all_good = all_good && !has_errors(left);
  }
  return all_good ? kSuccess : kPageFailed;
}

}  // namespace cmos
