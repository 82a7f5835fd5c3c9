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

namespace {

// The style of all files.
Result<Style> common_style(const std::vector<Settings>& settings) {
  auto style = choose_style(settings.front().style);
  for (const auto& each : settings) {
    const auto other = choose_style(each.style);
    if (!style || (other && *other == *style)) continue;
    return tl::unexpected(
        Error{"the files' configurations want different styles; measure them one by one", "usage"});
  }
  return style;
}

}  // namespace

int run_stats(const StatsOptions& options, std::ostream& out, std::ostream& err) {
  Captioner captioner;
  if (const auto given = give_standard_input(captioner, options.files); !given) {
    return wrong_use(given.error(), err);
  }
  const auto settings = settings_of(captioner, options.files, options.settings, err);
  if (!settings) return kWrongUse;
  const auto style = common_style(*settings);
  if (!style) return wrong_use(style.error(), err);

  Reporter reporter(err, false);
  ProgressLine progress(captioner, err, options.files.size());
  std::vector<StatsReport> reports;
  for (const auto& file : options.files) {
    Diagnostics diagnostics;
    const auto attempted = attempt([&] {
      auto [report, found] = measure_file(captioner, file, options.settings, *style);
      if (report) reports.push_back(std::move(*report));
      diagnostics = std::move(found);
    });
    if (!attempted) diagnostics = {to_diagnostic(attempted.error(), file.string())};
    progress.finish(file);
    reporter.report(diagnostics);
    if (is_interrupted()) end_interrupted();
  }
  if (!reports.empty()) {
    out << (options.json ? write_stats_json(reports, *style)
                         : visible_lines(write_stats_table(reports, *style)));
  }
  if (reports.size() == options.files.size()) return kSuccess;
  return options.files.size() == 1 ? kPageFailed : kSomeFailed;
}

}  // namespace cmos
