#include "reporter.h"

#include <fmt/format.h>

#include <ostream>
#include <set>
#include <string>
#include <string_view>
#include <utility>

#include "cmos/suggestion.h"
#include "colour.h"
#include "exit_code.h"

namespace cmos {

void Reporter::report(const Diagnostic& diagnostic) {
  if (diagnostic.severity != Severity::error && quiet_) return;
  stream_ << diagnostic_line(diagnostic, stream_);
}

void Reporter::report(const Diagnostics& diagnostics) {
  for (const auto& diagnostic : diagnostics) report(diagnostic);
}

int wrong_use(const Error& error, std::ostream& err) {
  err << diagnostic_line(to_diagnostic(error, "cmos-captions"), err);
  return exit_code_of(error.rule->failure);
}

std::optional<std::vector<Settings>> settings_of(Captioner& captioner,
                                                 std::span<const std::filesystem::path> pages,
                                                 const Settings& asked, std::ostream& err) {
  Reporter reporter(err, true);
  std::vector<Settings> settings;
  std::set<std::string> reported;  // Configurations.
  for (const auto& page : pages) {
    auto [found, diagnostics] = captioner.settings_for(page, asked);
    if (found) {
      settings.push_back(std::move(*found));
    } else if (reported.insert(diagnostics.front().file).second) {
      reporter.report(diagnostics);
    }
  }
  if (!reported.empty()) return std::nullopt;
  return settings;
}

std::optional<std::vector<RuleName>> find_check_rules(std::span<const std::string> names,
                                                      std::ostream& err) {
  std::vector<RuleName> found;
  for (const auto& name : names) {
    const auto rule = find_rule(name);
    if (!rule || !(*rule)->in_check) {
      std::vector<std::string_view> known;
      for (const auto& each : rules()) {
        if (each.in_check) known.push_back(each.name);
      }
      wrong_use({fmt::format("there is no rule \"{}\" of check (see check --rules){}", name,
                             did_you_mean(name, known)),
                 "usage"},
                err);
      return std::nullopt;
    }
    found.push_back(*rule);
  }
  return found;
}

}  // namespace cmos
