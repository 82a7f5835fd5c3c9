#include "page_check.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <ostream>
#include <utility>

#include "base/rule.h"
#include "check/page_rules.h"
#include "check/sound_rules.h"

namespace cmos {

namespace {

void judge_page(CheckedPage& checked) {
  std::ranges::move(check_page(checked.page->episode, checked.page->page),
                    std::back_inserter(checked.diagnostics));
}

}  // namespace

CheckedPage check_alone(const std::filesystem::path& path, const Config& config,
                        const std::string& language) {
  CheckedPage checked{path.string(), std::nullopt, {}};
  checked.page = read_page(path, config, language, checked.diagnostics);
  if (checked.page) judge_page(checked);
  return checked;
}

CheckedPage check_text(const std::filesystem::path& path, std::string text, const Config& config,
                       const std::string& language) {
  CheckedPage checked{path.string(), std::nullopt, {}};
  checked.page = parse_page(path, std::move(text), config, language, checked.diagnostics);
  judge_page(checked);
  return checked;
}

void check_sound(CheckedPage& checked, const TimingOptions& options, const Config& config,
                 SpeechModels& models) {
  // Without a transcript there is nothing to be heard.
  if (options.no_audio || !checked.page || has_errors(checked.diagnostics)) return;
  Reporter reporter(checked.diagnostics);
  const auto timed =
      time_page(*checked.page, with_config(options, config), models, reporter, RuleSet::check);
  if (timed) reporter.report(check_channels(timed->sound->info, checked.name));
}

bool are_rules(const std::vector<std::string>& names, std::ostream& err) {
  for (const auto& name : names) {
    const auto rule = find_rule(name);
    if (rule && (*rule)->in_check) continue;
    wrong_use({fmt::format("there is no rule \"{}\" of check; see check --rules", name), "usage"},
              err);
    return false;
  }
  return true;
}

Severities severities_of(const Config& config, const std::vector<std::string>& disabled_rules) {
  Severities severities{{config.disabled_rules.begin(), config.disabled_rules.end()},
                        config.rule_severities};
  for (const auto& name : disabled_rules) severities.disabled.insert(find_rule(name).value());
  return severities;
}

}  // namespace cmos
