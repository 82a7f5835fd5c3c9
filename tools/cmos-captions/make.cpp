#include "make.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <ostream>
#include <utility>

#include "base/atomic_file.h"
#include "chapter_work.h"
#include "exit_code.h"
#include "interruption.h"
#include "make_rule.h"
#include "page_configs.h"
#include "page_work.h"
#include "plan.h"
#include "reporter.h"

namespace cmos {

namespace {

namespace fs = std::filesystem;

bool write_text(const Output& output, const WithDiagnostics<std::string>& rendered,
                std::ostream& out, Reporter& reporter) {
  const auto held_off = hold_off_interruption();
  reporter.report(rendered.diagnostics);
  if (output.path.empty()) {
    out << rendered.value << std::flush;
    if (!out) reporter.report(make_diagnostic("write-failed", "-", std::nullopt, "writing failed"));
    return out.good();
  }
  const auto result = replace_file(output.path, rendered.value);
  if (!result) reporter.report(to_diagnostic(result.error(), output.path.string()));
  return result.has_value();
}

// Decodes the sound only where an output needs its words' times, and looks for it only where one
// needs it at all.
std::optional<TimedPage> prepare(const MakeOptions& options, const PagePlan& plan, EpisodePage page,
                                 SpeechModels& models, Reporter& reporter) {
  auto timing = with_config(options.timing, plan.config);
  timing.compare_size = std::ranges::none_of(plan.outputs, &Output::makes_mp3);
  const bool has_chapters = std::ranges::any_of(plan.outputs, &Output::shows_chapters);
  const bool has_words = std::ranges::any_of(plan.outputs, &Output::shows_words);
  if (!has_chapters && !has_words) return TimedPage{std::move(page), std::nullopt, {}, {}};
  const bool needs_words = has_words || chapters_need_words(page.episode, options.chapters.mode);
  return timing.no_audio || needs_words ? time_page(std::move(page), timing, models, reporter)
                                        : measure_page(std::move(page), timing, reporter);
}

std::string dependency_rule(const PagePlan& plan, const TimedPage& timed) {
  std::vector<fs::path> targets;
  for (const auto& output : plan.outputs) {
    if (!output.path.empty()) targets.push_back(output.path);  // What is marked in place is input.
  }
  if (targets.empty()) return "";
  std::vector<fs::path> inputs{timed.page.path};
  if (timed.sound) inputs.push_back(timed.sound->mp3);
  if (!plan.config.file.empty()) inputs.push_back(plan.config.file);
  inputs.insert(inputs.end(), timed.model_files.begin(), timed.model_files.end());
  return make_rule(targets, inputs);
}

// Sets the rule for make if the page succeeds.
bool make_page(const MakeOptions& options, const PagePlan& plan, SpeechModels& models,
               std::string& rule, std::ostream& out, std::ostream& err) {
  Reporter reporter(err, options.quiet);
  auto page = load_page(plan.page, plan.config, options.timing.language, reporter);
  if (!page) return false;
  const auto timed = prepare(options, plan, std::move(*page), models, reporter);
  if (!timed) return false;
  const auto& episode = timed->page.episode;
  CaptionSets captions(episode, timed->alignment, plan.style,
                       options.labels ? options.labels : plan.config.speaker_labels);
  const auto chapters = std::ranges::any_of(plan.outputs, &Output::shows_chapters)
                            ? find_chapters(*timed, options.chapters, reporter)
                            : Chapters();
  const auto name = plan.page.string();
  const Product product{episode, timed->alignment,          captions,       chapters,
                        name,    plan.config.feed_base_url, plan.feed_files};
  bool all_written = true;
  for (const auto& output : plan.outputs) {
    const bool written = output.makes_mp3()
                             ? mark_mp3(*timed, output.path, chapters, reporter)
                             : write_text(output, output.format->render(product), out, reporter);
    all_written = all_written && written;
  }
  if (all_written) rule = dependency_rule(plan, *timed);
  return all_written;
}

// Where every page failed, the old file stays.
bool write_dependencies(const fs::path& file, const std::vector<std::string>& rules,
                        std::ostream& err) {
  const auto content = fmt::format("{}", fmt::join(rules, ""));
  if (content.empty()) return true;
  const auto written = replace_file(file, content);
  if (!written) err << to_string(to_diagnostic(written.error(), file.string())) << '\n';
  return written.has_value();
}

}  // namespace

int run_make(const MakeOptions& options, std::ostream& out, std::ostream& err) {
  const auto configs = read_page_configs(options.pages, err);
  if (!configs) return kWrongUse;
  const auto plans = plan_pages(options, *configs);
  if (!plans) return wrong_use(plans.error(), err);
  catch_interruptions();
  SpeechModels models;
  std::vector<std::string> rules(options.pages.size());
  const auto failed = run_batch(
      options.pages, options.batch,
      [&](std::size_t i, std::ostream& diagnostics) {
        return make_page(options, (*plans)[i], models, rules[i], out, diagnostics);
      },
      err);
  const bool wrote_dependencies =
      options.dependencies.empty() || write_dependencies(options.dependencies, rules, err);
  if (failed == 0 && wrote_dependencies) return kSuccess;
  return options.pages.size() == 1 ? kPageFailed : kSomeFailed;
}

}  // namespace cmos
