#include "publish/decide.h"

#include <catch2/catch.hpp>
#include <string>

#include "publish/digest.h"
#include "publish/job.h"
#include "support/rule_of.h"

using namespace cmos;

namespace {

UploadJob job_for(const std::string& video, const std::string& text = "Hello") {
  CueLine line{"Ada", text, {}};
  return make_job(video + ".md", {video, "en", ""}, {{{Time(1000), Time(2000)}, {line}}},
                  Time(138'083), std::nullopt);
}

CaptionTrack track() {
  return {"caption", "en", "", "monday", "serving", "", false, false};
}

}  // namespace

TEST_CASE("cues move by the offset") {
  const auto job =
      make_job("x.md", {"v", "en", ""}, {{{Time(1000), Time(2000)}, {CueLine{"", "Hello", {}}}}},
               Time(0), Time(12'500));
  CHECK(job.has_offset);
  CHECK(job.file == "1\n00:00:13,500 --> 00:00:14,500\nHello\n\n");
}

TEST_CASE("a video and a sound may differ by two seconds, not more, unless there is an offset") {
  auto job = job_for("Cap7ionS4mp");
  Video video{"Cap7ionS4mp", "Title", "UC", "Channel", Time(140'000), "", "{}"};
  const Channel own{"UC", "Channel"};
  CHECK(rule_of(check_video(job, video, own)).empty());
  video.duration = Time(141'000);
  CHECK(rule_of(check_video(job, video, own)) == "video-length");
  job.has_offset = true;
  CHECK(rule_of(check_video(job, video, own)).empty());
  job.has_offset = false;
  video.duration.reset();  // Of a video that is being processed.
  CHECK(rule_of(check_video(job, video, own)).empty());
  CHECK(rule_of(check_video(job, video, {"other", "Other"})) == "wrong-channel");
}

TEST_CASE("what can be seen to be wrong is refused without a call") {
  auto job = job_for("Cap7ionS4mp");
  CHECK(rule_of(check_job(job)).empty());
  SECTION("no video") {
    job.key.video = "";
  }
  SECTION("no ID of a video") {
    job.key.video = "Cap7ionS4m/";
  }
  SECTION("no language tag") {
    job.key.language = "english language";
  }
  SECTION("no language") {
    job.key.language = "";
  }
  SECTION("a name that is too long") {
    job.key.name = std::string(151, 'x');
  }
  SECTION("no captions") {
    job.cues.clear();
  }
  CHECK(rule_of(check_job(job)) == "upload-invalid");
}

TEST_CASE("units are those of the API's documentation, polls included") {
  CHECK(units_of(Step::insert, {}) == 400);
  CHECK(units_of(Step::replace, {}) == 450);
  CHECK(units_of(Step::set_draft, {}) == 450);
  CHECK(units_of(Step::compare, {}) == 200);
  CHECK(units_of(Step::nothing, {.wait = true}) == 0);
  CHECK(units_of(Step::insert, {.wait = true}) == 550);
  CHECK(shared_units(0) == 0);
  CHECK(shared_units(50) == 2);
  CHECK(shared_units(51) == 3);
}

TEST_CASE("a day has room for 22 first uploads") {
  std::vector<UploadJob> jobs;
  for (int i = 0; i < 100; ++i) jobs.push_back(job_for("video-no-" + std::to_string(10 + i)));
  const auto plan = schedule(jobs, {}, kDailyUnits, {});
  CHECK(plan.today.size() == 22);
  CHECK(plan.later.size() == 78);
  CHECK(plan.units <= kDailyUnits);
  CHECK(plan.later.at(0) == 22);
}

TEST_CASE("nothing is decided against a track that others have touched, but by force") {
  const auto job = job_for("Cap7ionS4mp");
  const auto theirs = track();
  const TrackRecord ours{"caption", "monday", "hash of what was uploaded then"};
  const TrackRecord same{"caption", "monday", sha256_hex(job.file)};
  const TrackRecord moved{"caption", "sunday", "hash"};
  CHECK(decide(job, nullptr, nullptr, {}).step == Step::insert);
  CHECK(decide(job, nullptr, &ours, {}).step == Step::insert);
  CHECK(decide(job, &theirs, nullptr, {}).step == Step::refuse);
  CHECK(decide(job, &theirs, &moved, {}).step == Step::refuse);
  CHECK(decide(job, &theirs, &moved, {.force = true}).step == Step::replace);
  CHECK(decide(job, &theirs, nullptr, {.force = true}).step == Step::replace);
  CHECK(decide(job, &theirs, nullptr, {.verify = true}).step == Step::compare);
  CHECK(decide(job, &theirs, &ours, {}).step == Step::replace);
  CHECK(decide(job, &theirs, &same, {}).step == Step::nothing);
  CHECK(decide(job, &theirs, &same, {.draft = true}).step == Step::set_draft);
  CHECK(decide_compared(true, theirs, {}).step == Step::nothing);
  CHECK(decide_compared(true, theirs, {.draft = true}).step == Step::set_draft);
  CHECK(decide_compared(false, theirs, {}).step == Step::refuse);
  CHECK(decide_compared(false, theirs, {.force = true}).step == Step::replace);
}
