#include "check/page_rules.h"

#include <algorithm>
#include <tuple>
#include <utility>

#include "base/findings.h"
#include "check/addresses.h"
#include "check/brackets.h"
#include "check/speaker_ids.h"

namespace cmos {

Diagnostics check_page(const Episode& episode, std::string_view page, const std::string& file) {
  Findings findings(page, file);
  check_speaker_ids(episode, findings);
  check_brackets(episode, page, findings);
  check_addresses(episode, page, findings);
  return std::move(findings).in_page_order();
}

void sort_by_place(Diagnostics& findings) {
  const auto place = [](const Diagnostic& finding) {
    const auto position = finding.position.value_or(SourcePosition{0, 0});
    return std::tuple(position.line, position.column);
  };
  std::ranges::stable_sort(findings, {}, place);
}

}  // namespace cmos
