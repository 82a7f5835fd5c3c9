#include "publish/upload.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <map>
#include <thread>
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
  static constexpr std::array<RuleName, 9> kRules{
      "sign-in-needed", "no-channel",     "quota-exceeded",  "network",     "certificate",
      "redirect",       "unsafe-address", "libcurl-missing", "write-failed"};
  return std::ranges::find(kRules, error.rule) != kRules.end();
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

Result<TrackPlan> Publisher::plan_page(const UploadJob& job, const Video& video) {
  const auto tracks = youtube_.tracks(job.key.video);
  if (!tracks) return tl::unexpected(tracks.error());
  const auto* track = find_track(*tracks, job.key);
  const auto record = state_.state.tracks.find(job.key);
  auto decision =
      decide(job, track, record == state_.state.tracks.end() ? nullptr : &record->second, options_);
  if (decision.step == Step::compare) {
    const auto theirs = youtube_.download(track->id);
    if (!theirs) return tl::unexpected(theirs.error());
    decision = decide_compared(shows_the_same(job.cues, *theirs), *track, options_);
  }
  if (decision.step == Step::refuse) {
    return tl::unexpected(
        Error{fmt::format("the track {} {}: --force replaces it{}", job.key.language, decision.why,
                          options_.verify ? "" : ", --verify compares it first"),
              "upload-conflict"});
  }
  TrackPlan plan;
  plan.video = video;
  plan.units = units_of(decision.step, options_);
  plan.decision = std::move(decision);
  if (track != nullptr) plan.track = *track;
  if (auto planned = plan_description(job, plan); !planned) return tl::unexpected(planned.error());
  return plan;
}

RunPlan Publisher::plan(const std::vector<UploadJob>& jobs, const std::string& today) {
  RunPlan run;
  const auto units_left = [&] { return daily_units_ - state_.state.quota.spent_on(today); };
  auto [wanted, later, units] = schedule(jobs, state_.state, units_left(), options_);
  if (!wanted.empty()) {
    auto channel = find_channel(youtube_);
    auto videos = channel ? find_videos(youtube_, jobs, wanted) : tl::unexpected(channel.error());
    if (channel) run.channel = std::move(*channel);
    if (!videos) run.end = videos.error();
    for (const auto i : wanted) {
      if (run.end || !run.channel) {
        run.later.push_back(i);
        continue;
      }
      const auto video = videos->find(jobs[i].key.video);
      const auto checked = video == videos->end()
                               ? tl::unexpected(no_such_video(jobs[i]))
                               : check_video(jobs[i], video->second, *run.channel);
      auto page = checked ? plan_page(jobs[i], video->second) : tl::unexpected(checked.error());
      if (!page && ends_the_run(page.error())) {
        run.end = page.error();
        run.later.push_back(i);
      } else if (!page) {
        run.failures.push_back({i, page.error()});
      } else if (run.units + page->units > units_left()) {
        run.later.push_back(i);
      } else {
        page->job = i;
        run.units += page->units;
        run.pages.push_back(std::move(*page));
      }
    }
  }
  run.later.insert(run.later.end(), later.begin(), later.end());
  return run;
}

Result<CaptionTrack> Publisher::change_track(const UploadJob& job, const TrackPlan& plan) {
  switch (plan.decision.step) {
    case Step::insert:
      return youtube_.insert(job.key, job.file, options_.draft);
    case Step::replace:
      return youtube_.update(plan.track->id, &job.file, options_.draft);
    case Step::set_draft:
      return youtube_.update(plan.track->id, nullptr, options_.draft);
    case Step::nothing:
    case Step::compare:
    case Step::refuse:
      break;
  }
  return *plan.track;
}

Result<CaptionTrack> Publisher::wait_until_served(const UploadJob& job, CaptionTrack track) {
  for (const auto wait : kPollWaits) {
    if (track.status != "syncing") break;
    std::this_thread::sleep_for(wait);
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
  const auto remember = [&] {
    state_.state.tracks[job.key] = {track->id, track->last_updated, sha256_hex(job.file)};
    return state_.save();
  };
  if (!track) {
    (void)state_.save();  // The units; the error that ended the upload says more.
    return track;
  }
  if (auto saved = remember(); !saved) return tl::unexpected(saved.error());
  if (options_.wait && plan.decision.step != Step::nothing) {
    track = wait_until_served(job, std::move(*track));
    if (!track) return track;
    if (auto saved = remember(); !saved) return tl::unexpected(saved.error());
  }
  if (plan.description) {
    const auto changed = change_description(job);
    if (auto saved = state_.save(); !saved) return tl::unexpected(saved.error());
    if (!changed) return tl::unexpected(changed.error());
  }
  return unless_failed(std::move(*track));
}

}  // namespace cmos
