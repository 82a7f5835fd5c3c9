#include "stats.h"

#include <ostream>
#include <utility>

#include "cmos/visible_text.h"
#include "exit_code.h"
#include "interruption.h"
#include "progress.h"
#include "reporter.h"
#include "standard_input.h"

namespace cmos {

int run_stats(const StatsOptions& options, std::ostream& out, std::ostream& err) {
  Captioner captioner;
  if (const auto given = give_standard_input(captioner, options.files); !given) {
    return wrong_use(given.error(), err);
  }
  const auto settings = settings_of(captioner, options.files, options.settings, err);
  if (!settings) return kWrongUse;
  for (const auto& each : *settings) {
    if (const auto style = choose_style(each.style); !style) return wrong_use(style.error(), err);
  }

  Reporter reporter(err, false);
  ProgressLine progress(captioner, err, options.files.size());
  std::vector<StatsReport> reports;
  for (const auto& file : options.files) {
    Diagnostics diagnostics;
    const auto attempted = attempt([&] {
      auto [report, found] = measure_file(captioner, file, options.settings);
      if (report) reports.push_back(std::move(*report));
      diagnostics = std::move(found);
    });
    if (!attempted) diagnostics = {to_diagnostic(attempted.error(), file.string())};
    progress.finish(file);
    reporter.report(diagnostics);
    if (is_interrupted()) end_interrupted();
  }
  if (!reports.empty()) {
    out << (options.json ? write_stats_json(reports) : visible_lines(write_stats_table(reports)));
  }
  if (reports.size() == options.files.size()) return kSuccess;
  return options.files.size() == 1 ? kPageFailed : kSomeFailed;
}

}  // namespace cmos
