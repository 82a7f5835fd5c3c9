#include "upload_command.h"

#include <fmt/format.h>
#include <unistd.h>

#include <functional>
#include <istream>
#include <ostream>
#include <utility>

#include "exit_code.h"
#include "interruption.h"
#include "progress.h"
#include "reporter.h"
#include "sign_in_command.h"
#include "upload_report.h"

namespace cmos {

namespace {

// What went wrong so far: the first error decides about the exit code.
class Failures {
 public:
  explicit Failures(Reporter& reporter) : reporter_(reporter) {}

  void add_page() { add(kPageFailed); }
  void add(const Error& error, const std::string& file) { add({to_diagnostic(error, file)}); }
  void add(const Diagnostics& diagnostics) {
    reporter_.report(diagnostics);
    for (const auto& diagnostic : diagnostics) {
      if (diagnostic.severity == Severity::error) add(exit_code_of(diagnostic.rule->failure));
    }
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

// Everything that the pages need, done before the first call.
void add_pages(const UploadCommand& command, Captioner& captioner,
               const std::vector<Settings>& settings, Uploads& uploads, std::ostream& err,
               Reporter& reporter, Failures& failures) {
  ProgressLine progress(captioner, err, command.pages.size(), command.quiet);
  for (std::size_t i = 0; i < command.pages.size(); ++i) {
    const auto& page = command.pages[i];
    if (const auto style = choose_style(settings[i].style); !style) {
      failures.add(style.error(), settings[i].configuration.string());
      continue;
    }
    const auto attempted = attempt([&] {
      auto [job, diagnostics] = make_upload_job(captioner, page, command.settings, command.request);
      progress.finish(page);
      reporter.report(diagnostics);
      if (!job) {
        failures.add_page();
      } else if (const auto added = uploads.add(std::move(*job)); !added) {
        failures.add(added.error(), page.string());
      }
    });
    if (!attempted) failures.add(attempted.error(), page.string());
  }
}

bool is_confirmed(const UploadCommand& command, int units, std::istream& in, std::ostream& err) {
  if (command.yes || units == 0) return true;
  err << "Go on? [y/N] " << std::flush;
  std::string answer;
  return std::getline(in, answer) && (answer == "y" || answer == "Y" || answer == "yes");
}

class Run {
 public:
  Run(const UploadCommand& command, Uploads& uploads, std::ostream& out, Failures& failures)
      : command_(command), uploads_(uploads), out_(out), failures_(failures) {}

  void plan() {
    const auto plan = uploads_.plan_offline();
    if (!plan) return failures_.add(plan.error(), "upload");
    show(*plan);
    if (command_.json) out_ << write_upload_json(*plan);
  }

  void upload(std::istream& in, std::ostream& err) {
    std::function<Result<std::filesystem::path>()> ask;
    if (::isatty(STDIN_FILENO) != 0) ask = [&] { return ask_to_sign_in(command_.login, err); };
    auto [plan, diagnostics] = uploads_.plan(ask);
    failures_.add(diagnostics);
    if (!plan) return;
    show(*plan);
    if (!command_.dry_run) {
      if (!is_confirmed(command_, plan->units, in, err)) {
        err << "Nothing was uploaded.\n";
        return;
      }
      catch_interruptions();
      uploads_.carry_out(
          *plan, [&](const UploadOutcome& outcome) { tell(outcome); }, is_interrupted);
    }
    if (command_.json) out_ << write_upload_json(*plan);
    if (is_interrupted()) {
      out_ << std::flush;
      end_interrupted();
    }
  }

 private:
  void show(const UploadPlan& plan) {
    if (plan.end) failures_.add(*plan.end, "upload");
    for (const auto& outcome : plan.outcomes) {
      if (outcome.error) failures_.add(*outcome.error, outcome.page);
    }
    if (plan.is_short_of_units) failures_.add(kQuotaSpent);
    if (!command_.json) print_plan(out_, plan);
  }

  void tell(const UploadOutcome& outcome) {
    if (outcome.error) {
      failures_.add(*outcome.error, outcome.page);
    } else if (!command_.json) {
      print_done(out_, outcome);
    }
  }

  const UploadCommand& command_;
  Uploads& uploads_;
  std::ostream& out_;
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
  Uploads uploads(command.upload);
  add_pages(command, captioner, *settings, uploads, err, reporter, failures);
  Run run(command, uploads, out, failures);
  if (command.offline) {
    run.plan();
  } else if (!uploads.empty()) {
    run.upload(in, err);
  }
  return failures.exit_code(command.pages.size());
}

}  // namespace cmos
