#include "upload_command.h"

#include <fmt/format.h>
#include <unistd.h>

#include <array>
#include <functional>
#include <istream>
#include <ostream>
#include <utility>

#include "exit_code.h"
#include "format/chapters_text.h"
#include "publish/http.h"
#include "publish/job.h"
#include "publish/storage.h"
#include "publish/system_ports.h"
#include "reporter.h"
#include "upload_report.h"

namespace cmos {

namespace {

// What went wrong so far: the first error decides about the exit code.
class Failures {
 public:
  explicit Failures(Reporter& reporter) : reporter_(reporter) {}

  void add_page() { add(kPageFailed); }
  void add(const Error& error, const std::string& file) {
    reporter_.report(to_diagnostic(error, file));
    add(exit_code_of(error.rule->failure));
  }
  void add(int code) {
    if (code_ == kSuccess || code_ == kPageFailed) code_ = code;
  }
  int exit_code(std::size_t pages) const {
    return code_ == kPageFailed && pages > 1 ? kSomeFailed : code_;
  }

 private:
  Reporter& reporter_;
  int code_ = kSuccess;
};

// The lines for the video's description. What comes before the sound in the video belongs to the
// first chapter.
std::string chapter_lines(Products& products, Time offset, Reporter& reporter) {
  auto [chapters, found] = products.chapters();
  reporter.report(found);
  for (std::size_t i = 0; i < chapters.size(); ++i) {
    if (i > 0) chapters[i].time.start += offset;
    chapters[i].time.end += offset;
  }
  auto [lines, diagnostics] = write_chapters_text(chapters, products.timed().page.page.name);
  reporter.report(diagnostics);
  return std::move(lines);
}

// One page, read, timed and captioned. Nothing if that fails; why is reported.
std::optional<UploadJob> prepare(const UploadCommand& command, const std::filesystem::path& path,
                                 Captioner& captioner, Reporter& reporter) {
  auto opened = captioner.open(path, command.settings);
  reporter.report(opened.diagnostics);
  if (!opened.value) return std::nullopt;
  auto timed = captioner.time(std::move(*opened.value), std::array{Format::srt});
  reporter.report(timed.diagnostics);
  if (!timed.value) return std::nullopt;
  Products products(std::move(*timed.value));
  const auto& [page, sound, alignment, inputs] = products.timed();
  auto offset = command.offset;
  if (!offset && page.episode.youtube_offset) offset = page.episode.youtube_offset->value;
  auto job =
      make_job(page.page.name,
               {page.episode.youtube_id ? page.episode.youtube_id->value : "",
                command.language.empty() ? page.episode.language : command.language, command.name},
               products.captions(SpeakerLabels::change), sound->info.duration, offset);
  if (command.description_chapters)
    job.chapters = chapter_lines(products, offset.value_or(Time(0)), reporter);
  return job;
}

// Everything that the pages need, done before the first call.
UploadJobs prepare_all(const UploadCommand& command, Captioner& captioner,
                       const std::vector<Settings>& settings, Reporter& reporter,
                       Failures& failures) {
  UploadJobs jobs;
  for (std::size_t i = 0; i < command.pages.size(); ++i) {
    const auto& page = command.pages[i];
    if (const auto style = choose_style(settings[i].style); !style) {
      failures.add(style.error(), settings[i].configuration.string());
      continue;
    }
    auto job = prepare(command, page, captioner, reporter);
    if (!job) {
      failures.add_page();
    } else if (const auto added = jobs.add(std::move(*job)); !added) {
      failures.add(added.error(), page.string());
    }
  }
  return jobs;
}

bool is_confirmed(const UploadCommand& command, int units, std::istream& in, std::ostream& err) {
  if (command.yes || units == 0) return true;
  err << "Go on? [y/N] " << std::flush;
  std::string answer;
  return std::getline(in, answer) && (answer == "y" || answer == "Y" || answer == "yes");
}

class Run {
 public:
  Run(const UploadCommand& command, std::ostream& out, Reporter& reporter, Failures& failures)
      : command_(command), out_(out), reporter_(reporter), failures_(failures) {}

  void plan(const UploadJobs& jobs) {
    const auto state = read_state(state_folder());
    if (!state) return failures_.add(state.error(), "upload");
    const auto quota = quota_of(*state, SystemClock(), command_.upload.daily_units);
    const auto plan = plan_offline(jobs, *state, quota, command_.upload.options);
    show(plan, quota);
    if (command_.json) out_ << write_upload_json(plan.outcomes, quota);
  }

  void upload(const UploadJobs& jobs, std::istream& in, std::ostream& err) {
    auto state = StateFile::open(state_folder());
    if (!state) return failures_.add(state.error(), "upload");
    const TokenStore store(config_folder());
    if (const auto warning = check_token_file(store)) reporter_.report(*warning);
    std::function<Result<Credentials>()> ask;
    if (::isatty(STDIN_FILENO) != 0)
      ask = [&] { return ask_to_sign_in(command_.login, store, err); };
    const auto credentials = find_credentials(store, ask);
    if (!credentials) return failures_.add(credentials.error(), store.file().string());
    HttpClient http;
    SystemClock clock;
    Uploader uploader(http, clock, store, *credentials, *state, command_.upload);
    auto plan = uploader.plan(jobs);
    if (!plan) return failures_.add(plan.error(), "upload");
    show(*plan, uploader.quota());
    if (!command_.dry_run) {
      if (!is_confirmed(command_, plan->units, in, err)) {
        err << "Nothing was uploaded.\n";
        return;
      }
      uploader.carry_out(jobs, *plan, [&](const UploadOutcome& outcome) { tell(outcome); });
    }
    if (command_.json) out_ << write_upload_json(plan->outcomes, uploader.quota());
  }

 private:
  void show(const UploadPlan& plan, const QuotaView& quota) {
    if (plan.end) failures_.add(*plan.end, "upload");
    for (const auto& outcome : plan.outcomes) {
      if (outcome.error) failures_.add(*outcome.error, outcome.page);
    }
    if (plan.is_short_of_units) failures_.add(kQuotaSpent);
    if (command_.json) return;
    if (plan.channel) out_ << fmt::format("Signed in to the channel \"{}\"\n", plan.channel->title);
    print_plan(out_, plan.outcomes, plan.units, quota);
  }

  void tell(const UploadOutcome& outcome) {
    if (outcome.error) {
      failures_.add(*outcome.error, outcome.page);
    } else if (!command_.json) {
      print_done(out_, outcome);
    }
  }

  const UploadCommand& command_;
  std::ostream& out_;
  Reporter& reporter_;
  Failures& failures_;
};

}  // namespace

int run_upload(const UploadCommand& command, std::istream& in, std::ostream& out,
               std::ostream& err) {
  const bool writes = !command.dry_run && !command.offline;
  if (writes && !command.yes && ::isatty(STDIN_FILENO) == 0) {
    return wrong_use({"there is no terminal to ask on: --yes uploads without asking, --dry-run "
                      "shows the plan",
                      "usage"},
                     err);
  }
  Captioner captioner;
  const auto settings = settings_of(captioner, command.pages, command.settings, err);
  if (!settings) return kWrongUse;
  Reporter reporter(err, command.quiet);
  Failures failures(reporter);
  const auto jobs = prepare_all(command, captioner, *settings, reporter, failures);
  Run run(command, out, reporter, failures);
  if (command.offline) {
    run.plan(jobs);
  } else if (!jobs.all().empty()) {
    run.upload(jobs, in, err);
  }
  return failures.exit_code(command.pages.size());
}

}  // namespace cmos
