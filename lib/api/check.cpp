#include "cmos/check.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <optional>
#include <set>
#include <string>
#include <utility>

#include "base/file_identity.h"
#include "check/missing_values.h"
#include "check/page_rules.h"
#include "check/severities.h"
#include "check/sound_rules.h"
#include "check/together.h"
#include "cmos/attempt.h"
#include "cmos/diagnostic.h"

namespace cmos {

namespace {

namespace fs = std::filesystem;

// Times that a page is fixed at most. A page with its stamps fixed is heard anew, and better: what
// is left then is fixed, too.
constexpr int kMostRounds = 4;

// Stamps are edited as pages write them: in other forms they would be spoilt.
void drop_stamp_edits(Diagnostics& diagnostics) {
  for (auto& diagnostic : diagnostics) {
    if (diagnostic.rule->topic == RuleTopic::alignment) diagnostic.fix.clear();
  }
}

// What is found wrong with one page.
class PageChecker {
 public:
  // `given`: the pages that this one was given with.
  PageChecker(Captioner& captioner, const fs::path& path, const Settings& asked,
              std::span<const fs::path> given = {})
      : captioner_(captioner), asked_(asked), path_(path), given_(given) {}

  void read() { take(captioner_.open(path_, asked_)); }
  void read(std::string text) { take(captioner_.open_text(path_, std::move(text), asked_)); }

  // What the sound says of a page without errors.
  void hear() {
    if (!page_ || page_->settings.timing == TimingMethod::stamps || has_errors(diagnostics_))
      return;
    constexpr std::array kFormats{Format::words};
    auto [timed, diagnostics] = captioner_.time(*page_, kFormats, RuleSet::check, given_);
    if (page_->episode.form != TranscriptFormat::page) drop_stamp_edits(diagnostics);
    add(std::move(diagnostics));
    if (!timed) return;
    offer_missing_values(page_->episode.mp3, timed->sound->info, page_->declaring(), diagnostics_);
    add(check_channels(timed->sound->info, page_->page.name));
    add(check_feed(timed->sound->info, timed->sound->file));
  }

  // A page that finds no memory has one error more.
  template <typename Work>
  void try_to(Work work) {
    if (const auto done = attempt(work); !done) add({to_diagnostic(done.error(), path_.string())});
  }

  // Null if the page cannot be read.
  const EpisodePage* page() const { return page_ ? &*page_ : nullptr; }

  void add(Diagnostics more) { std::ranges::move(more, std::back_inserter(diagnostics_)); }

  // What other pages show of this one: it does not keep the sound from being heard.
  void add_of_others(Diagnostics more) { of_others_ = std::move(more); }

  // Everything.
  Diagnostics finish() && {
    add(std::move(of_others_));
    sort_by_place(diagnostics_);
    if (!page_) return std::move(diagnostics_);
    return apply_severities(std::move(diagnostics_),
                            {page_->settings.disabled_rules, page_->settings.severities});
  }

 private:
  void take(WithDiagnostics<std::optional<EpisodePage>> opened) {
    page_ = std::move(opened.value);
    diagnostics_ = std::move(opened.diagnostics);
    if (page_) add(check_page(page_->episode, page_->page));
  }

  Captioner& captioner_;
  const Settings& asked_;
  const fs::path& path_;
  std::span<const fs::path> given_;
  std::optional<EpisodePage> page_;
  Diagnostics diagnostics_;
  Diagnostics of_others_;
};

// A page that is given twice, under whatever names, is not another one.
void compare(std::vector<PageChecker>& checkers) {
  std::vector<PageView> views;
  std::vector<PageChecker*> viewed;
  std::set<FileIdentity> seen;
  for (auto& checker : checkers) {
    if (checker.page() == nullptr) continue;
    if (!seen.insert(identity_of(checker.page()->path)).second) continue;
    views.push_back({checker.page()->page, checker.page()->episode, checker.page()->declaring()});
    viewed.push_back(&checker);
  }
  auto diagnostics = check_together(views);
  for (std::size_t i = 0; i < viewed.size(); ++i)
    viewed[i]->add_of_others(std::move(diagnostics[i]));
}

// Of the page itself, not of a transcript that it names.
std::vector<Edit> edits_of(const Diagnostics& diagnostics, std::span<const RuleName> only,
                           const fs::path& page) {
  std::vector<Edit> edits;
  for (const auto& diagnostic : diagnostics) {
    const bool asked_for = diagnostic.file == page.string() &&
                           (only.empty() || std::ranges::find(only, diagnostic.rule) != only.end());
    if (asked_for) edits.insert(edits.end(), diagnostic.fix.begin(), diagnostic.fix.end());
  }
  return edits;
}

}  // namespace

void check_pages(Captioner& captioner, std::span<const fs::path> pages, const Settings& asked,
                 const std::function<void(const Diagnostics&)>& take) {
  std::vector<PageChecker> checkers;
  checkers.reserve(pages.size());
  for (const auto& page : pages) {
    checkers.emplace_back(captioner, page, asked, pages);
    checkers.back().try_to([&] { checkers.back().read(); });
  }
  compare(checkers);
  for (auto& checker : checkers) {
    checker.try_to([&] { checker.hear(); });
    take(std::move(checker).finish());
  }
}

FixedPage fix_page(Captioner& captioner, const fs::path& page, const Settings& asked,
                   std::span<const RuleName> only) {
  PageChecker first(captioner, page, asked);
  first.read();
  FixedPage fixed;
  if (first.page() != nullptr) fixed.before = fixed.after = first.page()->declaring().text;
  first.hear();
  fixed.left = std::move(first).finish();
  const auto is_refused = [](const Diagnostic& diagnostic) {
    return diagnostic.rule == RuleName("sound-of-another-page");
  };
  if (!asked.force && std::ranges::any_of(fixed.left, is_refused)) return fixed;
  for (int round = 0; round < kMostRounds; ++round) {
    const auto edits = edits_of(fixed.left, only, page);
    if (edits.empty()) break;
    fixed.after = apply_edits(fixed.after, edits);
    PageChecker again(captioner, page, asked);
    again.read(fixed.after);
    again.hear();
    fixed.left = std::move(again).finish();
  }
  return fixed;
}

}  // namespace cmos
