#include "upload_report.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>
#include <ostream>

namespace cmos {

namespace {

using nlohmann::ordered_json;

Outcome outcome_of(const UploadJob& job, std::string_view action) {
  Outcome outcome;
  outcome.page = job.page;
  outcome.key = job.key;
  outcome.action = action;
  return outcome;
}

Outcome later_outcome(const UploadJob& job) {
  auto outcome = outcome_of(job, "later");
  outcome.why = "today's units do not reach";
  return outcome;
}

std::string track_name(const TrackKey& key) {
  return key.name.empty() ? key.language : fmt::format("{} \"{}\"", key.language, key.name);
}

std::string_view done(std::string_view action, bool is_draft) {
  if (action == "insert") return is_draft ? "inserted as a draft" : "inserted";
  if (action == "replace") return is_draft ? "replaced as a draft" : "replaced";
  if (action == "set-draft") return is_draft ? "made a draft" : "published";
  return "left as it is";
}

}  // namespace

std::string_view action_of(Step step) {
  switch (step) {
    case Step::insert:
      return "insert";
    case Step::replace:
      return "replace";
    case Step::set_draft:
      return "set-draft";
    case Step::nothing:
    case Step::compare:
    case Step::refuse:
      break;
  }
  return "nothing";
}

std::vector<Outcome> offline_outcomes(const std::vector<UploadJob>& jobs, const Schedule& schedule,
                                      const UploadState& state, const UploadOptions& options) {
  std::vector<Outcome> outcomes;
  for (const auto i : schedule.today) {
    const auto record = state.tracks.find(jobs[i].key);
    const auto* known = record == state.tracks.end() ? nullptr : &record->second;
    const auto step = expected_step(jobs[i], known, options);
    auto outcome = outcome_of(jobs[i], action_of(step));
    outcome.units = expected_units(jobs[i], known, options);
    outcome.why = known == nullptr ? "never uploaded from here, if YouTube has no such track"
                                   : "if nobody has changed the track on YouTube";
    outcomes.push_back(std::move(outcome));
  }
  for (const auto i : schedule.later) outcomes.push_back(later_outcome(jobs[i]));
  return outcomes;
}

std::vector<Outcome> planned_outcomes(const std::vector<UploadJob>& jobs, const RunPlan& run) {
  std::vector<Outcome> outcomes;
  for (const auto& page : run.pages) {
    auto outcome = outcome_of(jobs[page.job], action_of(page.decision.step));
    outcome.units = page.units;
    outcome.why = page.decision.why;
    outcome.video_title = page.video.title;
    outcome.changes_description = page.description.has_value();
    outcomes.push_back(std::move(outcome));
  }
  for (const auto& failure : run.failures) {
    outcomes.push_back(outcome_of(jobs[failure.job], "failed"));
    outcomes.back().error = failure.error;
  }
  for (const auto i : run.later) {
    outcomes.push_back(later_outcome(jobs[i]));
    if (run.end) outcomes.back().why = "not reached";
  }
  return outcomes;
}

void print_plan(std::ostream& out, const std::vector<Outcome>& outcomes, int units,
                const QuotaView& quota) {
  for (const auto& outcome : outcomes) {
    if (outcome.action == "failed") continue;  // Reported as a diagnostic.
    if (outcome.action == "later") {
      out << fmt::format("  {}: later, {}\n", outcome.page, outcome.why);
      continue;
    }
    const auto video = outcome.video_title.empty()
                           ? outcome.key.video
                           : fmt::format("{} \"{}\"", outcome.key.video, outcome.video_title);
    out << fmt::format("  {}: {}, track {}: {} ({}){}, {} units\n", outcome.page, video,
                       track_name(outcome.key), outcome.action, outcome.why,
                       outcome.changes_description ? ", chapters into the description" : "",
                       outcome.units);
  }
  out << fmt::format("  {} units to spend, {} of today's {} are left\n", units, quota.left(),
                     quota.daily);
}

void print_done(std::ostream& out, const Outcome& outcome) {
  out << fmt::format("{}: {}{}", outcome.page, done(outcome.action, outcome.track->is_draft),
                     outcome.track->status.empty() ? "" : ", " + outcome.track->status)
      << (outcome.changes_description ? ", chapters in the description" : "") << std::endl;
}

std::string write_upload_json(const std::vector<Outcome>& outcomes, const QuotaView& quota) {
  auto pages = ordered_json::array();
  for (const auto& outcome : outcomes) {
    ordered_json page{{"page", outcome.page},
                      {"video", outcome.key.video},
                      {"language", outcome.key.language},
                      {"name", outcome.key.name},
                      {"action", outcome.action},
                      {"units", outcome.units}};
    if (outcome.changes_description) page["description"] = true;
    if (outcome.track) {
      page["caption"] = outcome.track->id;
      page["status"] = outcome.track->status;
      page["draft"] = outcome.track->is_draft;
    }
    if (outcome.error)
      page["error"] = {{"rule", outcome.error->rule.name()}, {"message", outcome.error->message}};
    pages.push_back(std::move(page));
  }
  const ordered_json document{{"pages", std::move(pages)},
                              {"units_spent_today", quota.spent},
                              {"units_a_day", quota.daily}};
  return document.dump(2, ' ', false, ordered_json::error_handler_t::replace) + '\n';
}

}  // namespace cmos
