#include "uploads.h"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

using std::chrono::milliseconds;
using namespace uploads_test;

TEST_CASE("a failure that the next page would meet ends the run, another does not") {
  UploaderRuns uploads;
  uploads.shows(video_json(kOne) + "," + video_json(kTwo))
      .answer(200, kNoTracks)
      .answer(200, kNoTracks);
  const std::vector<UploadJob> jobs{hello_on(kOne), hello_on(kTwo)};
  SECTION("no units") {
    uploads.transport.answer(403, refusal(403, "quotaExceeded"));
    uploads.run(jobs);
    CHECK(uploads.failure() == "quota-exceeded");
    CHECK(uploads.outcome(1).action == UploadAction::later);
  }
  SECTION("no certificate") {
    uploads.transport.fail("certificate");
    uploads.run(jobs);
    CHECK(uploads.outcome(1).action == UploadAction::later);
  }
  SECTION("an answer that cannot be read") {
    uploads.transport.answer(200, "<html>").answer(200, track_json());
    uploads.run(jobs);
    CHECK(uploads.failure() == "youtube-answer");
    CHECK(uploads.outcome(1).track);
  }
  SECTION("refused") {
    uploads.transport.answer(403, refusal(403, "forbidden")).answer(200, track_json());
    uploads.run(jobs);
    CHECK(uploads.failure() == "youtube-refused");
    CHECK(uploads.outcome(1).action == UploadAction::insert);
    CHECK(uploads.outcome(1).track);
  }
  CHECK(uploads.said == Calls{"video-no-01.md", "video-no-02.md"});
}

TEST_CASE("a plan ends where nothing more can be asked") {
  UploaderRuns uploads;
  const std::vector<UploadJob> jobs{hello_on(kOne), hello_on(kTwo)};
  SECTION("no channel") {
    uploads.transport.answer(200, items(""));
    uploads.run(jobs);
    CHECK(uploads.plan.end->rule.name() == "no-channel");
    CHECK(uploads.outcome(0).why == "not reached");
  }
  SECTION("the service knows no units") {
    uploads.shows(video_json(kOne) + "," + video_json(kTwo))
        .answer(403, refusal(403, "quotaExceeded"));
    uploads.run(jobs);
    CHECK(uploads.plan.end->rule.name() == "quota-exceeded");
  }
  CHECK(uploads.outcome(0).action == UploadAction::later);
  CHECK(uploads.outcome(1).action == UploadAction::later);
  CHECK_FALSE(uploads.plan.is_short_of_units);
  CHECK(uploads.said.empty());
}

TEST_CASE("a plan goes on behind a page that fails") {
  UploaderRuns uploads;
  SECTION("no such video") {
    uploads.shows(video_json(kTwo));
  }
  SECTION("captions of somebody else's") {
    uploads.shows(video_json(kOne) + "," + video_json(kTwo)).answer(403, refusal(403, "forbidden"));
  }
  uploads.transport.answer(200, kNoTracks).answer(200, track_json());
  uploads.run({hello_on(kOne), hello_on(kTwo)});
  CHECK(uploads.outcome(0).page == "video-no-02.md");
  CHECK(uploads.outcome(0).track);
  CHECK(uploads.outcome(1).action == UploadAction::failed);
}

TEST_CASE("what the day's units do not reach waits, and comes when the day has changed") {
  UploaderRuns uploads;
  uploads.settings.daily_units = 600;
  const std::vector<UploadJob> jobs{hello_on(kOne), hello_on(kTwo)};
  uploads.has("").answer(200, track_json());
  uploads.run(jobs);
  CHECK(uploads.plan.is_short_of_units);
  CHECK(uploads.outcome(1).why == "today's units do not reach");
  uploads.transport.take_calls();
  uploads.run(jobs);
  CHECK(uploads.transport.take_calls().empty());
  uploads.clock.wait(std::chrono::hours(12));
  uploads.shows(video_json(kOne) + "," + video_json(kTwo)).answer(200, kNoTracks);
  uploads.transport.answer(200, items(track_json())).answer(200, track_json());
  uploads.run(jobs);
  CHECK(uploads.outcome(0).page == "video-no-02.md");
  CHECK(uploads.outcome(0).track);
  CHECK(uploads.outcome(1).action == UploadAction::nothing);
  CHECK(uploads.spent() == 502);
}

TEST_CASE("with --wait YouTube is asked after 2, 8 and 20 seconds") {
  UploaderRuns uploads;
  uploads.settings.options.wait = true;
  const auto syncing = track_json("monday", "syncing");
  uploads.has("").answer(200, syncing);
  SECTION("until it serves the track") {
    uploads.transport.answer(200, items(syncing)).answer(200, items(track_json("tuesday")));
    uploads.run({hello_on(kOne)});
    CHECK(uploads.clock.waits == std::vector<milliseconds>{seconds(2), seconds(8)});
    CHECK(uploads.outcome().track->status == "serving");
    CHECK(uploads.spent() == 452 + 2 * 50);
    uploads.has(track_json("tuesday"));
    uploads.run({hello_on(kOne)});
    CHECK(uploads.outcome().action == UploadAction::nothing);
  }
  SECTION("at most three times") {
    for (int i = 0; i < 3; ++i) uploads.transport.answer(200, items(syncing));
    uploads.run({hello_on(kOne)});
    CHECK(uploads.clock.waits == std::vector<milliseconds>{seconds(2), seconds(8), seconds(20)});
    CHECK(uploads.outcome().track->status == "syncing");
    CHECK(uploads.spent() == 452 + 3 * 50);
  }
  SECTION("until the track is gone; the units are kept") {
    uploads.transport.answer(200, kNoTracks);
    uploads.run({hello_on(kOne)});
    CHECK(uploads.failure() == "upload-conflict");
    CHECK(uploads.spent() == 452 + 50);
  }
  SECTION("over midnight in California: those units are the new day's") {
    uploads.clock.time += std::chrono::hours(12) - seconds(1);
    for (int i = 0; i < 3; ++i) uploads.transport.answer(200, items(syncing));
    uploads.run({hello_on(kOne)});
    CHECK(uploads.spent() == 3 * 50);
  }
}
