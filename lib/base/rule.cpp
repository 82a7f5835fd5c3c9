#include "cmos/rule.h"

#include <algorithm>

namespace cmos {

namespace {

constexpr auto kRules = [] {
  using enum RuleTopic;
  using enum Severity;
  const std::optional<Severity> none;
  return std::to_array<Rule>({
#define CMOS_RULE(...) {__VA_ARGS__},
#include "cmos/rules.def"
  });
}();

}  // namespace

std::string_view severity_name(Severity severity) {
  switch (severity) {
    case Severity::note:
      return "note";
    case Severity::warning:
      return "warning";
    case Severity::error:
      return "error";
  }
  return "";
}

std::span<const Rule> rules() {
  return kRules;
}

std::optional<RuleName> find_rule(std::string_view name) {
  const auto* const found = std::ranges::find(kRules, name, &Rule::name);
  if (found == kRules.end()) return std::nullopt;
  return RuleName(static_cast<std::size_t>(found - kRules.begin()));
}

}  // namespace cmos
