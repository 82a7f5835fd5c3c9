#include "check/page_rules.h"

#include <algorithm>
#include <tuple>
#include <utility>

#include "base/diagnostic_collector.h"
#include "check/addresses.h"
#include "check/brackets.h"
#include "check/speaker_ids.h"

namespace cmos {

Diagnostics check_page(const Episode& episode, const Page& page) {
  DiagnosticCollector diagnostics(page);
  check_speaker_ids(episode, diagnostics);
  check_brackets(episode, page.text, diagnostics);
  check_addresses(episode, page.text, diagnostics);
  return std::move(diagnostics).in_page_order();
}

void sort_by_place(Diagnostics& diagnostics) {
  const auto place = [](const Diagnostic& diagnostic) {
    const auto position = diagnostic.position.value_or(SourcePosition{0, 0});
    return std::tuple(position.line, position.column);
  };
  std::ranges::stable_sort(diagnostics, {}, place);
}

}  // namespace cmos
