#include "upload_command.h"

#include <fmt/format.h>
#include <unistd.h>

#include <chrono>
#include <istream>
#include <map>
#include <ostream>
#include <utility>

#include "chapter_work.h"
#include "exit_code.h"
#include "format/chapters_text.h"
#include "page_configs.h"
#include "publish/job.h"
#include "publish/session.h"
#include "publish/storage.h"
#include "publish/upload.h"
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

std::string today() {
  return quota_day(std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now()));
}

// The lines for the video's description. What comes before the sound in the video belongs to the
// first chapter.
std::string chapter_lines(const TimedPage& timed, Time offset, Reporter& reporter) {
  auto chapters = find_chapters(timed, {}, reporter);
  for (std::size_t i = 0; i < chapters.size(); ++i) {
    if (i > 0) chapters[i].time.start += offset;
    chapters[i].time.end += offset;
  }
  auto [lines, diagnostics] = write_chapters_text(chapters, timed.page.path.string());
  reporter.report(diagnostics);
  return std::move(lines);
}

// One page, read, timed and captioned. Nothing if that fails; why is reported.
std::optional<UploadJob> prepare(const UploadCommand& command, const std::filesystem::path& path,
                                 const Config& config, const Style& style, SpeechModels& models,
                                 Reporter& reporter) {
  auto page = load_page(path, config, command.timing.language, reporter);
  if (!page) return std::nullopt;
  const auto timed =
      time_page(std::move(*page), with_config(command.timing, config), models, reporter);
  if (!timed) return std::nullopt;
  const auto& episode = timed->page.episode;
  const auto labels = command.labels ? command.labels : config.speaker_labels;
  auto offset = command.offset;
  if (!offset && episode.youtube_offset) offset = episode.youtube_offset->value;
  auto job = make_job(
      path.string(),
      {episode.youtube_id ? episode.youtube_id->value : "",
       command.language.empty() ? episode.language : command.language, command.name},
      compose_captions(episode, timed->alignment, {style, labels.value_or(SpeakerLabels::change)}),
      timed->sound->info.duration, offset);
  if (command.description_chapters)
    job.chapters = chapter_lines(*timed, offset.value_or(Time(0)), reporter);
  return job;
}

// Everything that the pages need, done before the first call. Two pages must not fight for one
// track.
std::vector<UploadJob> prepare_all(const UploadCommand& command, const std::vector<Config>& configs,
                                   Reporter& reporter, Failures& failures) {
  std::vector<UploadJob> jobs;
  std::map<TrackKey, std::string> taken;
  SpeechModels models;
  for (std::size_t i = 0; i < command.pages.size(); ++i) {
    const auto style = choose_style(configs[i].style, {});
    if (!style) {
      failures.add(style.error(), configs[i].file.string());
      continue;
    }
    auto job = prepare(command, command.pages[i], configs[i], *style, models, reporter);
    if (!job) {
      failures.add_page();
    } else if (const auto checked = check_job(*job); !checked) {
      failures.add(checked.error(), job->page);
    } else if (const auto [other, is_new] = taken.emplace(job->key, job->page); !is_new) {
      failures.add(Error{fmt::format("{} is for the same track of the same video", other->second),
                         "upload-invalid"},
                   job->page);
    } else {
      jobs.push_back(std::move(*job));
    }
  }
  return jobs;
}

Result<Credentials> find_credentials(const UploadCommand& command, const TokenStore& store,
                                     bool can_ask, std::ostream& err, Reporter& reporter) {
  if (is_open_to_others(store.file())) {
    reporter.report(make_diagnostic("token-readable", store.file().string(), std::nullopt,
                                    "others may read the sign-in: run chmod 600 on the file"));
  }
  auto credentials = store.load();
  if (!credentials) return tl::unexpected(credentials.error());
  if (*credentials) return std::move(**credentials);
  if (can_ask) return sign_in_and_keep(command.login, store, err);
  return tl::unexpected(
      Error{"nobody is signed in: run `cmos-captions login` first", "sign-in-needed"});
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

  void plan_offline(const std::vector<UploadJob>& jobs) {
    const auto state = read_state(state_folder());
    if (!state) return failures_.add(state.error(), "upload");
    const QuotaView quota{state->quota.spent_on(today()), command_.daily_units};
    const auto plan = schedule(jobs, *state, quota.left(), command_.upload);
    const auto outcomes = offline_outcomes(jobs, plan, *state, command_.upload);
    if (command_.json) {
      out_ << write_upload_json(outcomes, quota);
    } else {
      print_plan(out_, outcomes, plan.units, quota);
    }
    if (!plan.later.empty()) failures_.add(kQuotaSpent);
  }

  void upload(const std::vector<UploadJob>& jobs, std::istream& in, std::ostream& err) {
    auto state = StateFile::open(state_folder());
    if (!state) return failures_.add(state.error(), "upload");
    const TokenStore store(config_folder());
    const bool can_ask = ::isatty(STDIN_FILENO) != 0;
    const auto credentials = find_credentials(command_, store, can_ask, err, reporter_);
    if (!credentials) return failures_.add(credentials.error(), store.file().string());
    HttpClient http;
    Session session(http, store, *credentials, state->state.quota);
    YouTube youtube(command_.api_url, session);
    Publisher publisher(youtube, *state, command_.upload, command_.daily_units);
    const auto plan = publisher.plan(jobs, today());
    // The units are spent, whatever comes.
    if (const auto saved = state->save(); !saved) return failures_.add(saved.error(), "upload");
    auto outcomes = planned_outcomes(jobs, plan);
    report_failures(jobs, plan);
    if (plan.channel && !command_.json)
      out_ << fmt::format("Signed in to the channel \"{}\"\n", plan.channel->title);
    const auto quota = [&] {
      return QuotaView{state->state.quota.spent_on(today()), command_.daily_units};
    };
    if (!command_.json) print_plan(out_, outcomes, plan.units, quota());
    if (!command_.dry_run) {
      if (!is_confirmed(command_, plan.units, in, err)) {
        err << "Nothing was uploaded.\n";
        return;
      }
      carry_out(publisher, jobs, plan, outcomes);
    }
    if (command_.json) out_ << write_upload_json(outcomes, quota());
  }

 private:
  void report_failures(const std::vector<UploadJob>& jobs, const RunPlan& plan) {
    if (plan.end) failures_.add(*plan.end, "upload");
    for (const auto& failure : plan.failures) failures_.add(failure.error, jobs[failure.job].page);
    if (!plan.end && !plan.later.empty()) failures_.add(kQuotaSpent);
  }

  // Page after page; the outcomes' first ones are the plan's pages, in the same order.
  void carry_out(Publisher& publisher, const std::vector<UploadJob>& jobs, const RunPlan& plan,
                 std::vector<Outcome>& outcomes) {
    bool has_ended = false;
    for (std::size_t i = 0; i < plan.pages.size(); ++i) {
      auto& outcome = outcomes[i];
      if (has_ended) {
        outcome.action = "later";
        if (!command_.json) out_ << outcome.page << ": not done, later\n";
        continue;
      }
      const auto track = publisher.carry_out(jobs[plan.pages[i].job], plan.pages[i]);
      if (track) {
        outcome.track = *track;
        if (!command_.json) print_done(out_, outcome);
      } else {
        outcome.action = "failed";
        outcome.error = track.error();
        failures_.add(track.error(), outcome.page);
        has_ended = ends_the_run(track.error());
      }
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
  const auto configs = read_page_configs(command.pages, err);
  if (!configs) return kWrongUse;
  Reporter reporter(err, command.quiet);
  Failures failures(reporter);
  const auto jobs = prepare_all(command, *configs, reporter, failures);
  Run run(command, out, reporter, failures);
  if (command.offline) {
    run.plan_offline(jobs);
  } else if (!jobs.empty()) {
    run.upload(jobs, in, err);
  }
  return failures.exit_code(command.pages.size());
}

}  // namespace cmos
