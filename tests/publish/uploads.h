// Runs of the uploader against a service that answers what the test has laid down.
#pragma once

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "fakes.h"
#include "publish/job.h"
#include "publish/uploader.h"
#include "support/temporary_folder.h"

namespace uploads_test {

using namespace cmos;
using std::chrono::seconds;
using Calls = std::vector<std::string>;

inline const std::string kChannels = "GET /youtube/v3/channels";
inline const std::string kVideos = "GET /youtube/v3/videos";
inline const std::string kTracks = "GET /youtube/v3/captions";
inline const std::string kInsert = "POST /upload/youtube/v3/captions";
inline const std::string kReplace = "PUT /upload/youtube/v3/captions";
inline const std::string kSetDraft = "PUT /youtube/v3/captions";
inline const std::string kDownload = "GET /youtube/v3/captions/c1";
inline const std::string kDescribe = "PUT /youtube/v3/videos";

inline UploadJob hello_on(const std::string& video, const std::string& text = "Hello") {
  CueLine line{"", text, {}};
  return make_job(video + ".md", {video, "en", ""}, {{{Time(1000), Time(2000)}, {line}}},
                  Time(138'000), std::nullopt);
}

inline std::string track_json(const std::string& updated = "monday",
                              const std::string& status = "serving", bool is_draft = false) {
  return fmt::format(
      R"({{"id": "c1", "snippet": {{"language": "en", "name": "", "lastUpdated": "{}",
         "status": "{}", "failureReason": "unknownFormat", "isDraft": {}}}}})",
      updated, status, is_draft);
}

inline std::string items(const std::string& list) {
  return R"({"items": [)" + list + "]}";
}

inline std::string video_json(const std::string& id, const std::string& description = "About") {
  return fmt::format(
      R"({{"id": "{}", "snippet": {{"title": "A talk", "channelId": "UC", "channelTitle": "Ada",
         "description": "{}", "categoryId": "28"}}, "contentDetails": {{"duration": "PT2M18S"}}}})",
      id, description);
}

inline const std::string kOne = "video-no-01";
inline const std::string kTwo = "video-no-02";
inline const std::string kNoTracks = items("");
inline const std::string kOwn = items(R"({"id": "UC", "snippet": {"title": "Ada"}})");
inline const std::string kSrt = "1\n00:00:01,000 --> 00:00:02,000\nHello\n\n";

// Runs of the uploader on one record of uploads; each takes up what the one before has left.
struct UploaderRuns {
  TemporaryFolder folder;
  FakeClock clock;
  FakeTransport transport;
  TokenStore store{folder.path()};
  UploadSettings settings{{}, "https://api.test", 10'000};
  UploadPlan plan;
  Calls said;

  // Plans the jobs and carries the plan out.
  void run(const std::vector<UploadJob>& wanted) {
    auto file = StateFile::open(folder.path() / "state").value();
    Uploader uploader(transport, clock, store, credentials_until(clock.time + seconds(3'600)), file,
                      settings);
    UploadJobs jobs;
    for (const auto& job : wanted) REQUIRE(jobs.add(job));
    plan = uploader.plan(jobs);
    said.clear();
    uploader.carry_out(jobs, plan,
                       [&](const UploadOutcome& outcome) { said.push_back(outcome.page); });
    CHECK(transport.left() == 0);
  }

  FakeTransport& shows(const std::string& videos) {
    return transport.answer(200, kOwn).answer(200, items(videos));
  }
  // What YouTube answers to the plan for one video.
  FakeTransport& has(const std::string& tracks) {
    return shows(video_json(kOne)).answer(200, items(tracks));
  }
  void upload_once() {
    has("").answer(200, track_json());
    run({hello_on(kOne)});
    transport.take_calls();
  }

  int spent() const {
    const auto state = read_state(folder.path() / "state").value();
    return quota_of(state, clock, settings.daily_units).spent;
  }
  const UploadOutcome& outcome(std::size_t i = 0) const { return plan.outcomes.at(i); }
  std::string_view failure(std::size_t i = 0) const {
    return outcome(i).error ? outcome(i).error->rule.name() : "";
  }
};

}  // namespace uploads_test
