// What has to be done with one track, from what is known here and what YouTube shows; and what it
// costs.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "cmos/publish.h"
#include "publish/answers.h"
#include "publish/state.h"

namespace cmos {

// Everything that can be seen to be wrong without a call. Rule: "upload-invalid".
Result<void> check_job(const UploadJob& job);

// The same for what videos.list and channels.list answered: rules "wrong-channel", "video-length".
// The video and the sound may differ by two seconds, unless the page says where the sound begins.
Result<void> check_video(const UploadJob& job, const Video& video, const Channel& own);

// Whether nobody has changed the track since it was recorded.
bool is_as_recorded(const CaptionTrack& track, const TrackRecord& record);

enum class Step { nothing, insert, replace, set_draft, compare, refuse };

struct Decision {
  Step step = Step::nothing;
  std::string why;  // One clause for the user.
};

// `track` is what YouTube has of the job's key, `record` what this program left there; null if
// there is none.
Decision decide(const UploadJob& job, const CaptionTrack* track, const TrackRecord* record,
                const UploadOptions& options);

// After Step::compare.
Decision decide_compared(bool is_same, const CaptionTrack& track, const UploadOptions& options);

// Units of the step, the polls of --wait included.
int units_of(Step step, const UploadOptions& options);

// What a job most likely wants, before anything is asked.
Step expected_step(const UploadJob& job, const TrackRecord* record, const UploadOptions& options);

// Units that a job will most likely cost, its captions.list included, before anything is asked.
int expected_units(const UploadJob& job, const TrackRecord* record, const UploadOptions& options);

struct Schedule {
  std::vector<std::size_t> today;  // Indices of jobs, in the order in which they are done.
  std::vector<std::size_t> later;  // What the day's units do not reach, in the same order.
  int units = 0;                   // Of today's, the shared calls included.
};

// Jobs that have something to upload come first, so that the next day goes on where this one
// stopped; otherwise the order is the user's. The first job that does not fit ends the day.
Schedule schedule(const std::vector<UploadJob>& jobs, const UploadState& state, int units_left,
                  const UploadOptions& options);

// channels.list once, and videos.list for each 50 videos.
int shared_units(std::size_t jobs);

}  // namespace cmos
