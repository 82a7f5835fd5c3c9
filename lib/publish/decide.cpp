#include "publish/decide.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/unicode.h"
#include "base/web.h"
#include "cmos/language_tag.h"
#include "cmos/time.h"
#include "publish/digest.h"

namespace cmos {

namespace {

constexpr std::size_t kLongestName = 150;              // captions.insert, error nameTooLong.
constexpr std::size_t kLargestCaptions = 104'857'600;  // captions.insert, "Maximum file size".
constexpr Time kTolerance{2'000};                      // Video against sound.

}  // namespace

Result<void> check_job(const UploadJob& job) {
  const auto invalid = [](std::string message) {
    return tl::unexpected(Error{std::move(message), "upload-invalid"});
  };
  if (job.key.video.empty())
    return invalid("the page names no video; write {% youtube id=\"...\" %}");
  if (!is_youtube_id(job.key.video))
    return invalid(fmt::format("\"{}\" is no ID of a video; mend it", job.key.video));
  if (!is_language_tag(job.key.language))
    return invalid(fmt::format("\"{}\" is no language tag such as en or pt-BR", job.key.language));
  if (count_graphemes(job.key.name) > kLongestName)
    return invalid(fmt::format("the track's name is longer than {} characters", kLongestName));
  if (job.cues.empty()) return invalid("there are no captions to upload");
  if (job.file.size() > kLargestCaptions) return invalid("the captions are larger than 100 MiB");
  return {};
}

Result<void> check_video(const UploadJob& job, const Video& video, const Channel& own) {
  if (video.channel_id != own.id) {
    return tl::unexpected(
        Error{fmt::format("the video \"{}\" is of the channel \"{}\", but you are signed in to "
                          "\"{}\": sign in again and choose the right one",
                          video.title, video.channel_title, own.title),
              "wrong-channel"});
  }
  if (job.has_offset || !video.duration ||
      std::chrono::abs(*video.duration - job.audio) <= kTolerance) {
    return {};
  }
  return tl::unexpected(Error{
      fmt::format("the video \"{}\" lasts {}, but the sound of the page {}: say with --offset "
                  "SECONDS, or `youtube_offset:` in the page, where in the video it begins",
                  video.title, format_clock(*video.duration), format_clock(job.audio)),
      "video-length"});
}

bool is_as_recorded(const CaptionTrack& track, const TrackRecord& record) {
  return record.caption_id == track.id && record.last_updated == track.last_updated;
}

Decision decide(const UploadJob& job, const CaptionTrack* track, const TrackRecord* record,
                const UploadOptions& options) {
  if (track == nullptr) return {Step::insert, "there is no such track yet"};
  const bool is_ours = record != nullptr && is_as_recorded(*track, *record);
  if (is_ours && record->sha256 != sha256_hex(job.file))
    return {Step::replace, "the captions have changed here"};
  if (is_ours && track->is_draft != options.draft)
    return {Step::set_draft, options.draft ? "to become a draft" : "to be published"};
  if (is_ours) return {Step::nothing, "is up already"};
  if (options.verify) return {Step::compare, "to be compared"};
  const auto* known = record != nullptr && record->caption_id == track->id
                          ? "was changed on YouTube since the last upload"
                          : "is on YouTube already, and not from here";
  if (options.force) return {Step::replace, known};
  return {Step::refuse, known};
}

Decision decide_compared(bool is_same, const CaptionTrack& track, const UploadOptions& options) {
  if (is_same && track.is_draft == options.draft) return {Step::nothing, "says the same"};
  if (is_same) return {Step::set_draft, options.draft ? "to become a draft" : "to be published"};
  if (options.force) return {Step::replace, "says something else"};
  return {Step::refuse, "says something else"};
}

int units_of(Step step, const UploadOptions& options) {
  const int polls = options.wait ? kMostPolls * kListCaptionsUnits : 0;
  switch (step) {
    case Step::insert:
      return kInsertCaptionUnits + polls;
    case Step::replace:
    case Step::set_draft:
      return kUpdateCaptionUnits + polls;
    case Step::compare:
      return kDownloadCaptionUnits;
    case Step::nothing:
    case Step::refuse:
      return 0;
  }
  return 0;
}

Step expected_step(const UploadJob& job, const TrackRecord* record, const UploadOptions& options) {
  if (record == nullptr) return options.force ? Step::replace : Step::insert;
  return record->sha256 == sha256_hex(job.file) ? Step::nothing : Step::replace;
}

int expected_units(const UploadJob& job, const TrackRecord* record, const UploadOptions& options) {
  return kListCaptionsUnits + units_of(expected_step(job, record, options), options) +
         (job.chapters ? kListVideosUnits + kUpdateVideoUnits : 0);
}

int shared_units(std::size_t jobs) {
  const auto calls = (jobs + kVideosPerCall - 1) / kVideosPerCall;
  return jobs == 0 ? 0 : kListChannelsUnits + kListVideosUnits * static_cast<int>(calls);
}

Schedule schedule(const std::vector<UploadJob>& jobs, const UploadState& state, int units_left,
                  const UploadOptions& options) {
  std::vector<std::size_t> order;
  for (const bool is_unchanged : {false, true}) {
    for (std::size_t i = 0; i < jobs.size(); ++i) {
      const auto step = expected_step(jobs[i], find_record(state, jobs[i].key), options);
      if ((step == Step::nothing) == is_unchanged) order.push_back(i);
    }
  }
  Schedule result;
  result.units = shared_units(jobs.size());
  for (const auto i : order) {
    const auto units = expected_units(jobs[i], find_record(state, jobs[i].key), options);
    const bool fits = result.later.empty() && result.units + units <= units_left;
    if (fits) result.units += units;
    (fits ? result.today : result.later).push_back(i);
  }
  return result;
}

}  // namespace cmos
