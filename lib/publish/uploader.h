// One run of uploads, from jobs to what became of each page: the way in for whoever publishes.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "publish/ledger.h"
#include "publish/ports.h"
#include "publish/session.h"
#include "publish/upload.h"
#include "publish/youtube.h"

namespace cmos {

// The jobs of one run, each checked when it comes.
class UploadJobs {
 public:
  // Rule: "upload-invalid" (check_job() of decide.h, or another page is for the same track). A job
  // that is refused is not kept.
  Result<void> add(UploadJob job);
  const std::vector<UploadJob>& all() const { return jobs_; }

 private:
  std::vector<UploadJob> jobs_;
};

enum class UploadAction { insert, replace, set_draft, nothing, later, failed };

// What is to become, or became, of one page.
struct UploadOutcome {
  std::string page;
  TrackKey key;
  UploadAction action = UploadAction::nothing;
  int units = 0;    // Planned, beyond those that the plan itself has cost.
  std::string why;  // One clause for the user.
  std::string video_title;
  bool changes_description = false;
  std::optional<CaptionTrack> track;  // Once it is done.
  std::optional<Error> error;         // Of what failed.
};

struct UploadPlan {
  std::optional<Channel> channel;  // Of who signed in; none offline.
  std::vector<TrackPlan> pages;    // In the order in which they are carried out.
  std::vector<UploadOutcome>
      outcomes;                    // Of `pages`, then of what failed, then of what has to wait.
  std::optional<Error> end;        // Why nothing after it was asked.
  int units = 0;                   // To be spent.
  bool is_short_of_units = false;  // Some pages have to wait for another day.
};

struct UploadSettings {
  UploadOptions options;
  std::string api_url{kYouTubeUrl};
  int daily_units = kDailyUnits;
};

// What is known without a call. Its `pages` are empty: it cannot be carried out.
UploadPlan plan_offline(const UploadJobs& jobs, const UploadState& state, const QuotaView& quota,
                        const UploadOptions& options);

// One thread at a time.
class Uploader {
 public:
  // What it is made from outlives it.
  Uploader(Transport& transport, Clock& clock, const TokenStore& store, Credentials credentials,
           StateFile& state, const UploadSettings& settings);
  Uploader(const Uploader&) = delete;
  Uploader& operator=(const Uploader&) = delete;

  // Reads, and changes nothing on YouTube. Fails if the units that it cost cannot be kept.
  Result<UploadPlan> plan(const UploadJobs& jobs);

  // Page after page, until one meets what the next would meet, too (ends_the_run()). Each outcome
  // is told when its page is done, failed or left for later.
  void carry_out(const UploadJobs& jobs, UploadPlan& plan,
                 const std::function<void(const UploadOutcome&)>& tell);

  QuotaView quota() const { return ledger_.view(); }

 private:
  QuotaLedger ledger_;
  Session session_;
  YouTube youtube_;
  Publisher publisher_;
};

}  // namespace cmos
