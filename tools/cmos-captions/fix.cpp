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

// Times that a page is fixed at most. A page with its stamps fixed is heard anew, and better:
// what is left then is fixed, too.
constexpr int kMostRounds = 4;

std::vector<Edit> edits_of(const Diagnostics& diagnostics, const std::vector<std::string>& only) {
  std::vector<Edit> edits;
  for (const auto& diagnostic : diagnostics) {
    const bool asked_for =
        only.empty() || std::ranges::find(only, diagnostic.rule.name()) != only.end();
    if (asked_for) edits.insert(edits.end(), diagnostic.fix.begin(), diagnostic.fix.end());
  }
  return edits;
}

class PageFixer {
 public:
  PageFixer(const std::filesystem::path& path, const FixOptions& options, const Config& config,
            SpeechModels& models)
      : path_(path), options_(options), config_(config), models_(models) {}

  // Writes the fixed page, or its diff to `out`, and what is left to `err`. Returns whether no
  // error is.
  bool fix(std::ostream& out, std::ostream& err) {
    auto checked = check_alone(path_, config_, options_.timing.language);
    auto diagnostics = hear(checked);
    const auto before = checked.page ? checked.page->page.text : "";
    auto text = before;
    for (int round = 0; round < kMostRounds; ++round) {
      const auto edits = edits_of(diagnostics, options_.only_rules);
      if (edits.empty()) break;
      text = apply_edits(text, edits);
      checked = check_text(path_, text, config_, options_.timing.language);
      diagnostics = hear(checked);
    }
    if (text != before) hand_over(before, text, diagnostics, out);
    for (const auto& diagnostic : diagnostics) err << to_string(diagnostic) << '\n';
    return !has_errors(diagnostics);
  }

 private:
  Diagnostics hear(CheckedPage& checked) {
    check_sound(checked, options_.timing, config_, models_);
    sort_by_place(checked.diagnostics);
    return apply_severities(std::move(checked.diagnostics), severities_of(config_, {}));
  }

  void hand_over(const std::string& before, const std::string& after, Diagnostics& diagnostics,
                 std::ostream& out) {
    if (options_.dry_run) {
      out << unified_diff(before, after, path_.string()) << std::flush;
    } else if (const auto written = replace_file(path_, after); !written) {
      diagnostics.push_back(to_diagnostic(written.error(), path_.string()));
    }
  }

  const std::filesystem::path& path_;
  const FixOptions& options_;
  const Config& config_;
  SpeechModels& models_;
};

}  // namespace

int run_fix(const FixOptions& options, std::ostream& out, std::ostream& err) {
  if (!are_rules(options.only_rules, err)) return kWrongUse;
  const auto configs = read_page_configs(options.pages, err);
  if (!configs) return kWrongUse;
  bool all_good = true;
  SpeechModels models;
  for (std::size_t i = 0; i < options.pages.size(); ++i) {
    PageFixer fixer(options.pages[i], options, (*configs)[i], models);
    all_good = fixer.fix(out, err) && all_good;
  }
  return all_good && out ? kSuccess : kPageFailed;
}

}  // namespace cmos
