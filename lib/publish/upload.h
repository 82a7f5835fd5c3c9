// One run of uploads: first a plan that only reads, then page after page.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "cmos/error.h"
#include "publish/decide.h"
#include "publish/ledger.h"
#include "publish/state.h"
#include "publish/youtube.h"

namespace cmos {

struct TrackPlan {
  std::size_t job = 0;  // Index of the run's jobs.
  Video video;
  Decision decision;                       // Never Step::compare or Step::refuse.
  std::optional<CaptionTrack> track;       // As YouTube has it; none before an insertion.
  std::optional<std::string> description;  // The new one; none: it stays.
  int units = 0;                           // What carry_out() costs, polls included.
};

struct PageFailure {
  std::size_t job = 0;
  Error error;
};

struct RunPlan {
  std::optional<Channel> channel;
  std::vector<TrackPlan> pages;
  std::vector<PageFailure> failures;
  std::vector<std::size_t> later;  // Jobs that the day's units do not reach.
  std::optional<Error> end;        // Why nothing after it was asked.
  int units = 0;                   // Of all pages' carry_out().
};

// Whether the next page would meet the same error: nobody is signed in, no units, no network.
bool ends_the_run(const Error& error);

class Publisher {
 public:
  // `youtube` charges its units to the ledger, whose file is `state`. All outlive this.
  Publisher(YouTube& youtube, Clock& clock, StateFile& state, const QuotaLedger& ledger,
            const UploadOptions& options)
      : youtube_(youtube), clock_(clock), state_(state), ledger_(ledger), options_(options) {}

  // Reads, and changes nothing on YouTube.
  RunPlan plan(const std::vector<UploadJob>& jobs);

  // Does what the page's plan says, keeps what is now known in the state file, and gives the track
  // as it is then. "youtube-failed": YouTube could not use the file. Whatever ends it, the next
  // plan() finds out what was done.
  Result<CaptionTrack> carry_out(const UploadJob& job, const TrackPlan& plan);

 private:
  // `video` is null if YouTube shows none.
  Result<TrackPlan> plan_page(const UploadJob& job, const Video* video, const Channel& own);
  void add_page(std::size_t job, Result<TrackPlan> page, RunPlan& run) const;
  Result<void> settle(const TrackKey& key, const CaptionTrack* track);
  Result<void> record(const UploadJob& job, const CaptionTrack& track);
  Result<void> plan_description(const UploadJob& job, TrackPlan& plan) const;
  Result<CaptionTrack> change_track(const UploadJob& job, const TrackPlan& plan);
  Result<CaptionTrack> insert(const UploadJob& job, bool was_tried_before);
  Result<CaptionTrack> wait_until_served(const UploadJob& job, CaptionTrack track);
  Result<void> change_description(const UploadJob& job);

  YouTube& youtube_;
  Clock& clock_;
  StateFile& state_;
  const QuotaLedger& ledger_;
  UploadOptions options_;
};

}  // namespace cmos
