#include "check.h"

#include <algorithm>
#include <iterator>
#include <ostream>
#include <utility>

#include "check/page_rules.h"
#include "check/rules_text.h"
#include "check/together.h"
#include "exit_code.h"
#include "format/diagnostics_json.h"
#include "page_check.h"
#include "page_configs.h"

namespace cmos {

namespace {

void compare(std::vector<CheckedPage>& pages) {
  std::vector<PageView> views;
  std::vector<CheckedPage*> viewed;
  for (auto& checked : pages) {
    if (!checked.page) continue;
    views.push_back({checked.page->page, checked.page->episode});
    viewed.push_back(&checked);
  }
  auto diagnostics = check_together(views);
  for (std::size_t i = 0; i < viewed.size(); ++i) {
    std::ranges::move(diagnostics[i], std::back_inserter(viewed[i]->diagnostics));
  }
}

}  // namespace

int run_check(const CheckOptions& options, std::ostream& out, std::ostream& err) {
  if (options.list_rules) {
    out << rules_text() << std::flush;
    return kSuccess;
  }
  if (!are_rules(options.disabled_rules, err)) return kWrongUse;
  const auto configs = read_page_configs(options.pages, err);
  if (!configs) return kWrongUse;
  std::vector<CheckedPage> pages;
  pages.reserve(options.pages.size());
  for (std::size_t i = 0; i < options.pages.size(); ++i) {
    pages.push_back(check_alone(options.pages[i], (*configs)[i], options.timing.language));
  }
  compare(pages);
  Diagnostics all;
  SpeechModels models;
  for (std::size_t i = 0; i < pages.size(); ++i) {
    check_sound(pages[i], options.timing, (*configs)[i], models);
    sort_by_place(pages[i].diagnostics);
    auto diagnostics = apply_severities(std::move(pages[i].diagnostics),
                                        severities_of((*configs)[i], options.disabled_rules));
    if (!options.json) {
      for (const auto& diagnostic : diagnostics) out << to_string(diagnostic) << '\n';
      out.flush();
    }
    std::ranges::move(diagnostics, std::back_inserter(all));
  }
  if (options.json) out << write_diagnostics_json(all) << std::flush;
  return has_errors(all) || !out ? kPageFailed : kSuccess;
}

}  // namespace cmos
