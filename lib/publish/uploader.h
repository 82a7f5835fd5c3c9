// One run of uploads, from jobs to what became of each page: the way in for whoever publishes.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "cmos/publish.h"
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

// What is known without a call. It cannot be carried out.
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

  // Reads, and changes nothing on YouTube.
  UploadPlan plan(const UploadJobs& jobs);

  // Does what plan() said last, page after page, until one meets what the next would meet, too
  // (ends_the_run()), or until it is interrupted, which is asked before each page. Each outcome is
  // told when its page is done, failed or left for later.
  void carry_out(const UploadJobs& jobs, UploadPlan& plan,
                 const std::function<void(const UploadOutcome&)>& tell,
                 const std::function<bool()>& is_interrupted = nullptr);

 private:
  QuotaLedger ledger_;
  Session session_;
  YouTube youtube_;
  Publisher publisher_;
  std::vector<TrackPlan> pages_;  // In the order in which they are carried out.
};

}  // namespace cmos
