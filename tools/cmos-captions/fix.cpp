#include "fix.h"

#include <algorithm>
#include <iterator>
#include <ostream>
#include <utility>

#include "base/atomic_file.h"
#include "check/edits.h"
#include "check/page_rules.h"
#include "exit_code.h"
#include "page_check.h"
#include "page_configs.h"

namespace cmos {

namespace {

// Takes the findings that are mended out of the list.
std::vector<Edit> take_edits(Diagnostics& findings, const FixOptions& options) {
  std::vector<Edit> edits;
  std::erase_if(findings, [&](const Diagnostic& finding) {
    const auto& only = options.only_rules;
    const bool asked_for = only.empty() || std::ranges::find(only, finding.rule) != only.end();
    if (!asked_for || finding.fix.empty()) return false;
    edits.insert(edits.end(), finding.fix.begin(), finding.fix.end());
    return true;
  });
  return edits;
}

// Returns whether no error is left.
bool fix_page(const std::filesystem::path& path, const FixOptions& options, const Config& config,
              SpeechModels& models, std::ostream& out, std::ostream& err) {
  auto checked = check_alone(path, config);
  if (!options.timing.no_audio) check_sound(checked, options.timing, config, models);
  sort_by_place(checked.findings);
  auto findings = judge(std::move(checked.findings), severities_of(config, {}));
  const auto edits = take_edits(findings, options);
  if (!edits.empty()) {
    const auto mended = apply_edits(checked.page->text, edits);
    if (options.dry_run) {
      out << unified_diff(checked.page->text, mended, checked.name) << std::flush;
    } else if (const auto written = replace_file(path, mended); !written) {
      findings.push_back(to_diagnostic(written.error(), checked.name));
    }
  }
  for (const auto& finding : findings) err << to_string(finding) << '\n';
  return !has_errors(findings);
}

}  // namespace

int run_fix(const FixOptions& options, std::ostream& out, std::ostream& err) {
  if (!are_rules(options.only_rules, err)) return kWrongUse;
  const auto configs = read_page_configs(options.pages, err);
  if (!configs) return kWrongUse;
  bool all_good = true;
  SpeechModels models;
  for (std::size_t i = 0; i < options.pages.size(); ++i) {
    all_good = fix_page(options.pages[i], options, (*configs)[i], models, out, err) && all_good;
  }
  return all_good && out ? kSuccess : kPageFailed;
}

}  // namespace cmos
