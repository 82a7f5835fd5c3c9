#include "publish/uploader.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace cmos {

namespace {

UploadAction action_of(Step step) {
  switch (step) {
    case Step::insert:
      return UploadAction::insert;
    case Step::replace:
      return UploadAction::replace;
    case Step::set_draft:
      return UploadAction::set_draft;
    case Step::nothing:
    case Step::compare:
    case Step::refuse:
      break;
  }
  return UploadAction::nothing;
}

UploadOutcome outcome_of(const UploadJob& job, UploadAction action, std::string why) {
  UploadOutcome outcome;
  outcome.page = job.page;
  outcome.key = job.key;
  outcome.action = action;
  outcome.why = std::move(why);
  return outcome;
}

UploadOutcome later_outcome(const UploadJob& job, bool is_reached) {
  return outcome_of(job, UploadAction::later,
                    is_reached ? "today's units do not reach" : "not reached");
}

UploadOutcome planned_outcome(const UploadJob& job, const TrackPlan& page) {
  auto outcome = outcome_of(job, action_of(page.decision.step), page.decision.why);
  outcome.units = page.units;
  outcome.video_title = page.video.title;
  outcome.changes_description = page.description.has_value();
  return outcome;
}

}  // namespace

Result<void> UploadJobs::add(UploadJob job) {
  if (auto checked = check_job(job); !checked) return checked;
  const auto other = std::ranges::find(jobs_, job.key, &UploadJob::key);
  if (other != jobs_.end()) {
    return tl::unexpected(Error{
        fmt::format("{} is for the same track of the same video", other->page), "upload-invalid"});
  }
  jobs_.push_back(std::move(job));
  return {};
}

UploadPlan plan_offline(const UploadJobs& jobs, const UploadState& state, const QuotaView& quota,
                        const UploadOptions& options) {
  const auto day = schedule(jobs.all(), state, quota.left(), options);
  UploadPlan plan;
  plan.units = day.units;
  plan.is_short_of_units = !day.later.empty();
  plan.quota = quota;
  for (const auto i : day.today) {
    const auto& job = jobs.all()[i];
    const auto* known = find_record(state, job.key);
    plan.outcomes.push_back(
        outcome_of(job, action_of(expected_step(job, known, options)),
                   known == nullptr ? "never uploaded from here, if YouTube has no such track"
                                    : "if nobody has changed the track on YouTube"));
    plan.outcomes.back().units = expected_units(job, known, options);
  }
  for (const auto i : day.later) plan.outcomes.push_back(later_outcome(jobs.all()[i], true));
  return plan;
}

Uploader::Uploader(Transport& transport, Clock& clock, const TokenStore& store,
                   Credentials credentials, StateFile& state, const UploadSettings& settings)
    : ledger_(clock, state, settings.daily_units),
      session_(transport, clock, store, std::move(credentials), ledger_),
      youtube_(settings.api_url, session_),
      publisher_(youtube_, clock, state, ledger_, settings.options) {}

UploadPlan Uploader::plan(const UploadJobs& jobs) {
  auto run = publisher_.plan(jobs.all());
  UploadPlan plan;
  for (const auto& page : run.pages)
    plan.outcomes.push_back(planned_outcome(jobs.all()[page.job], page));
  for (auto& failure : run.failures) {
    plan.outcomes.push_back(outcome_of(jobs.all()[failure.job], UploadAction::failed, ""));
    plan.outcomes.back().error = std::move(failure.error);
  }
  for (const auto i : run.later)
    plan.outcomes.push_back(later_outcome(jobs.all()[i], !run.end.has_value()));
  if (run.channel) plan.channel = std::move(run.channel->title);
  plan.units = run.units;
  plan.is_short_of_units = !run.end && !run.later.empty();
  plan.end = std::move(run.end);
  plan.quota = ledger_.view();
  pages_ = std::move(run.pages);
  return plan;
}

void Uploader::carry_out(const UploadJobs& jobs, UploadPlan& plan,
                         const std::function<void(const UploadOutcome&)>& tell,
                         const std::function<bool()>& is_interrupted) {
  bool has_ended = false;
  for (std::size_t i = 0; i < pages_.size(); ++i) {
    const auto& page = pages_[i];
    auto& outcome = plan.outcomes[i];
    has_ended = has_ended || (is_interrupted && is_interrupted());
    if (has_ended) {
      outcome.action = UploadAction::later;
    } else if (auto track = publisher_.carry_out(jobs.all()[page.job], page)) {
      outcome.track = std::move(*track);
    } else {
      outcome.action = UploadAction::failed;
      outcome.error = track.error();
      has_ended = ends_the_run(track.error());
    }
    tell(outcome);
  }
  plan.quota = ledger_.view();
}

}  // namespace cmos
