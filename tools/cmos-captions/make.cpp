#include "make.h"

#include <fmt/format.h>

#include <algorithm>
#include <ostream>
#include <utility>

#include "batch.h"
#include "exit_code.h"
#include "file_check.h"
#include "interruption.h"
#include "plan.h"
#include "progress.h"
#include "reporter.h"
#include "standard_input.h"

namespace cmos {

namespace {

namespace fs = std::filesystem;

// To the standard output.
bool print(Products& products, Format format, std::ostream& out, Reporter& reporter) {
  const auto [text, diagnostics] = products.render(format);
  reporter.report(diagnostics);
  out << text << std::flush;
  return out.good();
}

bool write(Products& products, const Output& output, std::ostream& out, Reporter& reporter) {
  const auto held_off = hold_off_interruption();
  const bool is_in_place = output.format == Format::mp3 && output.file.empty();
  if (output.file.empty() && !is_in_place) return print(products, output.format, out, reporter);
  const auto diagnostics =
      products.write(is_in_place ? Output{output.format, products.timed().sound->file} : output);
  reporter.report(diagnostics);
  return !has_errors(diagnostics);
}

// Without those that cannot be written, which is reported: not only after the sound was heard.
std::vector<Output> writable(std::vector<Output> outputs, Reporter& reporter) {
  std::erase_if(outputs, [&](const Output& output) {
    if (output.file.empty()) return false;
    const auto possible = check_writable(output.file);
    if (!possible) reporter.report(to_diagnostic(possible.error(), output.file.string()));
    return !possible;
  });
  return outputs;
}

std::string dependency_rule(const PagePlan& plan, const TimedPage& timed) {
  std::vector<fs::path> targets;
  for (const auto& output : plan.outputs) {
    if (!output.file.empty()) targets.push_back(output.file);  // What is marked in place is input.
  }
  return targets.empty() ? "" : make_rule(targets, timed.inputs);
}

// Sets the rule for make if the page succeeds.
bool make_page(Captioner& captioner, const MakeOptions& options, const PagePlan& plan,
               std::string& rule, std::ostream& out, std::ostream& err) {
  Reporter reporter(err, options.quiet);
  auto opened = captioner.open(plan.page, options.settings);
  reporter.report(opened.diagnostics);
  if (!opened.value) return false;
  const auto outputs = writable(plan.outputs, reporter);
  if (outputs.empty()) return false;
  if (std::ranges::find(outputs, Format::mp3, &Output::format) != outputs.end()) {
    const auto unmarkable = check_markable(*opened.value);
    reporter.report(unmarkable);
    if (has_errors(unmarkable)) return false;
  }
  std::vector<Format> formats;
  formats.reserve(outputs.size());
  for (const auto& output : outputs) formats.push_back(output.format);
  auto timed = captioner.time(std::move(*opened.value), formats, RuleSet::make, options.pages);
  reporter.report(timed.diagnostics);
  if (!timed.value) return false;
  Products products(std::move(*timed.value), plan.outputs);
  bool all_written = outputs.size() == plan.outputs.size();
  for (const auto& output : outputs) {
    all_written = write(products, output, out, reporter) && all_written;
  }
  if (all_written) rule = dependency_rule(plan, products.timed());
  return all_written;
}

// Where every page failed, the old file stays.
bool write_dependencies(const fs::path& file, const std::vector<std::string>& rules,
                        std::ostream& err) {
  const auto content = fmt::format("{}", fmt::join(rules, ""));
  if (content.empty()) return true;
  const auto written = write_file(file, content);
  if (!written) Reporter(err, false).report(to_diagnostic(written.error(), file.string()));
  return written.has_value();
}

}  // namespace

int run_make(const MakeOptions& options, std::ostream& out, std::ostream& err) {
  Captioner captioner;
  if (const auto given = give_standard_input(captioner, options.pages); !given) {
    return wrong_use(given.error(), err);
  }
  const auto settings = settings_of(captioner, options.pages, options.settings, err);
  if (!settings) return kWrongUse;
  const auto plans = plan_pages(options, *settings);
  if (!plans) return wrong_use(plans.error(), err);
  if (const auto possible = check_files(captioner, options, *plans); !possible) {
    return wrong_use(possible.error(), err);
  }
  catch_interruptions();
  std::vector<std::string> rules(options.pages.size());
  Progress progress(err, options.shows_progress, options.pages.size());
  progress.follow(captioner);
  const auto failed = run_batch(
      options.pages, options.jobs,
      [&](std::size_t i, std::ostream& diagnostics) {
        return make_page(captioner, options, (*plans)[i], rules[i], out, diagnostics);
      },
      progress, err);
  const bool wrote_dependencies =
      options.dependencies.empty() || write_dependencies(options.dependencies, rules, err);
  if (failed == 0 && wrote_dependencies) return kSuccess;
  return options.pages.size() == 1 ? kPageFailed : kSomeFailed;
}

}  // namespace cmos
