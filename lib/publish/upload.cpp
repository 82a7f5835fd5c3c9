#include "publish/upload.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <map>
#include <utility>

#include "publish/compare.h"
#include "publish/description.h"
#include "publish/digest.h"

namespace cmos {

namespace {

constexpr std::array<std::chrono::seconds, kMostPolls> kPollWaits{
    std::chrono::seconds(2), std::chrono::seconds(8), std::chrono::seconds(20)};

using Videos = std::map<std::string, Video>;

Result<Channel> find_channel(YouTube& youtube) {
  auto channel = youtube.own_channel();
  if (!channel) return tl::unexpected(channel.error());
  if (*channel) return std::move(**channel);
  return tl::unexpected(
      Error{"who is signed in has no channel: sign in again and choose the one with the videos",
            "no-channel"});
}

Result<Videos> find_videos(YouTube& youtube, const std::vector<UploadJob>& jobs,
                           const std::vector<std::size_t>& wanted) {
  Videos found;
  for (std::size_t begin = 0; begin < wanted.size(); begin += kVideosPerCall) {
    std::vector<std::string> ids;
    for (auto i = begin; i < std::min(begin + kVideosPerCall, wanted.size()); ++i)
      ids.push_back(jobs[wanted[i]].key.video);
    auto videos = youtube.videos(ids);
    if (!videos) return tl::unexpected(videos.error());
    for (auto& video : *videos) found.insert_or_assign(video.id, std::move(video));
  }
  return found;
}

Error no_such_video(const UploadJob& job) {
  return {fmt::format("YouTube has no video {} that you may see; mend the page's ID, or sign in to "
                      "the channel that has it",
                      job.key.video),
          "no-such-video"};
}

Result<CaptionTrack> unless_failed(CaptionTrack track) {
  if (track.status != "failed") return track;
  return tl::unexpected(
      Error{fmt::format("YouTube could not use the captions ({})",
                        track.failure_reason.empty() ? "no reason" : track.failure_reason),
            "youtube-failed"});
}

}  // namespace

bool ends_the_run(const Error& error) {
  // An answer that cannot be read may be about one video alone; a file that cannot be written is
  // needed by all.
  if (error.rule == "youtube-answer") return false;
  if (error.rule == "write-failed") return true;
  const auto failure = error.rule->failure;
  return failure == Failure::not_signed_in || failure == Failure::quota_spent ||
         failure == Failure::no_service;
}

Result<void> Publisher::plan_description(const UploadJob& job, TrackPlan& plan) const {
  if (!job.chapters) return {};
  auto description = with_chapters(plan.video.description, *job.chapters);
  if (!description) return tl::unexpected(description.error());
  if (*description == plan.video.description) return {};
  plan.description = std::move(*description);
  plan.units += kListVideosUnits + kUpdateVideoUnits;
  return {};
}

// What an earlier run sent up without noting what became of it: the track tells.
Result<void> Publisher::settle(const TrackKey& key, const CaptionTrack* track) {
  const auto* intent = state_.intent(key);
  const auto* known = state_.find(key);
  // A track that is missing or as it was before may yet change: the request may be under way.
  if (intent == nullptr || track == nullptr) return {};
  if (known != nullptr && is_as_recorded(*track, *known)) return {};
  const auto theirs = youtube_.download(track->id);
  if (!theirs) return tl::unexpected(theirs.error());
  if (shows_the_same(*intent, *theirs)) {
    state_.remember(key, {track->id, track->last_updated, sha256_hex(*intent)});
  } else {
    state_.forget_intent(key);
  }
  return state_.save();
}

Result<TrackPlan> Publisher::plan_page(const UploadJob& job, const Video* video,
                                       const Channel& own) {
  if (video == nullptr) return tl::unexpected(no_such_video(job));
  if (const auto checked = check_video(job, *video, own); !checked)
    return tl::unexpected(checked.error());
  const auto tracks = youtube_.tracks(job.key.video);
  if (!tracks) return tl::unexpected(tracks.error());
  const auto* track = find_track(*tracks, job.key);
  if (const auto settled = settle(job.key, track); !settled) return tl::unexpected(settled.error());
  auto decision = decide(job, track, state_.find(job.key), options_);
  if (decision.step == Step::compare) {
    const auto theirs = youtube_.download(track->id);
    if (!theirs) return tl::unexpected(theirs.error());
    decision = decide_compared(shows_the_same(job.file, *theirs), *track, options_);
  }
  if (decision.step == Step::refuse) {
    return tl::unexpected(
        Error{fmt::format("the track {} {}: --force replaces it{}", job.key.language, decision.why,
                          options_.verify ? "" : ", --verify compares it first"),
              "upload-conflict"});
  }
  TrackPlan plan;
  plan.video = *video;
  plan.units = units_of(decision.step, options_);
  plan.decision = std::move(decision);
  if (track != nullptr) plan.track = *track;
  if (auto planned = plan_description(job, plan); !planned) return tl::unexpected(planned.error());
  return plan;
}

void Publisher::add_page(std::size_t job, Result<TrackPlan> page, RunPlan& run) const {
  if (!page && ends_the_run(page.error())) {
    run.end = page.error();
    run.later.push_back(job);
  } else if (!page) {
    run.failures.push_back({job, page.error()});
  } else if (run.units + page->units > ledger_.left()) {
    run.later.push_back(job);
  } else {
    page->job = job;
    run.units += page->units;
    run.pages.push_back(std::move(*page));
  }
}

RunPlan Publisher::plan(const std::vector<UploadJob>& jobs) {
  RunPlan run;
  const auto day = schedule(jobs, state_.state(), ledger_.left(), options_);
  if (!day.today.empty()) {
    auto channel = find_channel(youtube_);
    auto videos =
        channel ? find_videos(youtube_, jobs, day.today) : tl::unexpected(channel.error());
    if (channel) run.channel = std::move(*channel);
    if (!videos) run.end = videos.error();
    for (const auto i : day.today) {
      if (run.end) {
        run.later.push_back(i);
        continue;
      }
      const auto video = videos->find(jobs[i].key.video);
      const auto* found = video == videos->end() ? nullptr : &video->second;
      add_page(i, plan_page(jobs[i], found, *run.channel), run);
    }
  }
  run.later.insert(run.later.end(), day.later.begin(), day.later.end());
  return run;
}

// An earlier run's insertion may have arrived since the plan was made.
Result<CaptionTrack> Publisher::insert(const UploadJob& job, bool was_tried_before) {
  auto track = youtube_.insert(job.key, job.file, options_.draft);
  const bool is_there = !track && track.error().rule == "upload-conflict";
  if (!is_there || !was_tried_before) return track;
  const auto tracks = youtube_.tracks(job.key.video);
  if (!tracks) return tl::unexpected(tracks.error());
  const auto* landed = find_track(*tracks, job.key);
  if (const auto settled = settle(job.key, landed); !settled)
    return tl::unexpected(settled.error());
  const auto* known = state_.find(job.key);
  if (landed == nullptr || known == nullptr || !is_as_recorded(*landed, *known)) return track;
  return *landed;
}

Result<CaptionTrack> Publisher::change_track(const UploadJob& job, const TrackPlan& plan) {
  const auto step = plan.decision.step;
  if (step == Step::nothing) return *plan.track;
  const bool was_tried_before = state_.intent(job.key) != nullptr;
  state_.intend(job.key, job.file);
  if (const auto saved = state_.save(); !saved) return tl::unexpected(saved.error());
  if (step == Step::insert) return insert(job, was_tried_before);
  return youtube_.update(plan.track->id, step == Step::replace ? &job.file : nullptr,
                         options_.draft);
}

Result<void> Publisher::record(const UploadJob& job, const CaptionTrack& track) {
  state_.remember(job.key, {track.id, track.last_updated, sha256_hex(job.file)});
  const auto saved = state_.save();
  if (saved) return {};
  return tl::unexpected(Error{
      fmt::format("the captions are on YouTube, but that cannot be noted here: {}; mend that, "
                  "and the next run finds out what is up",
                  saved.error().message),
      "write-failed"});
}

Result<CaptionTrack> Publisher::wait_until_served(const UploadJob& job, CaptionTrack track) {
  for (const auto wait : kPollWaits) {
    if (track.status != "syncing") break;
    clock_.wait(wait);
    const auto tracks = youtube_.tracks(job.key.video);
    if (!tracks) return tl::unexpected(tracks.error());
    const auto* now = find_track(*tracks, job.key);
    if (now == nullptr)
      return tl::unexpected(Error{"the track is gone from YouTube again", "upload-conflict"});
    track = *now;
  }
  return track;
}

Result<void> Publisher::change_description(const UploadJob& job) {
  // Read anew: somebody may have written in the meantime.
  const auto videos = youtube_.videos({job.key.video});
  if (!videos) return tl::unexpected(videos.error());
  if (videos->empty()) return tl::unexpected(no_such_video(job));
  const auto description = with_chapters(videos->front().description, *job.chapters);
  if (!description) return tl::unexpected(description.error());
  return youtube_.set_description(videos->front(), *description);
}

Result<CaptionTrack> Publisher::carry_out(const UploadJob& job, const TrackPlan& plan) {
  auto track = change_track(job, plan);
  if (!track) return track;
  if (const auto recorded = record(job, *track); !recorded) return tl::unexpected(recorded.error());
  if (options_.wait && plan.decision.step != Step::nothing) {
    track = wait_until_served(job, std::move(*track));
    if (!track) return track;
    if (const auto recorded = record(job, *track); !recorded)
      return tl::unexpected(recorded.error());
  }
  if (plan.description) {
    if (const auto changed = change_description(job); !changed)
      return tl::unexpected(changed.error());
  }
  return unless_failed(std::move(*track));
}

}  // namespace cmos
