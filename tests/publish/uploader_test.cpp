#include "uploads.h"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

using namespace uploads_test;

TEST_CASE("a track that is missing is inserted, and known from then on") {
  UploaderRuns uploads;
  uploads.has("").answer(200, track_json());
  uploads.run({hello_on(kOne)});
  CHECK(uploads.transport.take_calls() == Calls{kChannels, kVideos, kTracks, kInsert});
  CHECK(uploads.outcome().action == UploadAction::insert);
  CHECK(uploads.outcome().track->id == "c1");
  CHECK(uploads.spent() == 452);
  uploads.has(track_json());
  uploads.run({hello_on(kOne)});
  CHECK(uploads.transport.take_calls() == Calls{kChannels, kVideos, kTracks});
  CHECK(uploads.outcome().action == UploadAction::nothing);
  CHECK(uploads.spent() == 452 + 52);
}

TEST_CASE("captions that have changed here replace the track") {
  UploaderRuns uploads;
  uploads.upload_once();
  uploads.has(track_json()).answer(200, track_json("tuesday"));
  uploads.run({hello_on(kOne, "Good evening")});
  CHECK(uploads.outcome().action == UploadAction::replace);
  const auto body = uploads.transport.requests.back().body;
  CHECK(body.find(R"("id":"c1")") != std::string::npos);
  CHECK(body.find("Good evening") != std::string::npos);
  CHECK(uploads.transport.take_calls() == Calls{kChannels, kVideos, kTracks, kReplace});
  uploads.has(track_json("tuesday"));
  uploads.run({hello_on(kOne, "Good evening")});
  CHECK(uploads.outcome().action == UploadAction::nothing);
}

TEST_CASE("a draft is published without its file") {
  UploaderRuns uploads;
  uploads.settings.options.draft = true;
  uploads.has("").answer(200, track_json("monday", "serving", true));
  uploads.run({hello_on(kOne)});
  uploads.transport.take_calls();
  uploads.settings.options.draft = false;
  uploads.has(track_json("monday", "serving", true)).answer(200, track_json("tuesday"));
  uploads.run({hello_on(kOne)});
  CHECK(uploads.outcome().action == UploadAction::set_draft);
  CHECK(uploads.transport.requests.back().body == R"({"id":"c1","snippet":{"isDraft":false}})");
  CHECK(uploads.transport.take_calls() == Calls{kChannels, kVideos, kTracks, kSetDraft});
}

TEST_CASE("what others have changed is left alone, but by force") {
  UploaderRuns uploads;
  uploads.upload_once();
  uploads.has(track_json("sunday"));
  SECTION("refused") {
    uploads.run({hello_on(kOne)});
    CHECK(uploads.failure() == "upload-conflict");
    CHECK(uploads.transport.take_calls() == Calls{kChannels, kVideos, kTracks});
  }
  SECTION("replaced") {
    uploads.settings.options.force = true;
    uploads.transport.answer(200, track_json("tuesday"));
    uploads.run({hello_on(kOne)});
    CHECK(uploads.transport.take_calls() == Calls{kChannels, kVideos, kTracks, kReplace});
  }
}

TEST_CASE("a comparison that finds no difference is remembered") {
  UploaderRuns uploads;
  uploads.settings.options.verify = true;
  SECTION("the same") {
    uploads.has(track_json("sunday")).answer(200, kSrt);
    uploads.run({hello_on(kOne)});
    CHECK(uploads.outcome().action == UploadAction::nothing);
    CHECK(uploads.transport.take_calls() == Calls{kChannels, kVideos, kTracks, kDownload});
    uploads.has(track_json("sunday"));
    uploads.run({hello_on(kOne)});
    CHECK(uploads.transport.take_calls() == Calls{kChannels, kVideos, kTracks});
  }
  SECTION("something else") {
    uploads.has(track_json("sunday")).answer(200, "1\n00:00:01,000 --> 00:00:02,000\nBye\n\n");
    uploads.run({hello_on(kOne)});
    CHECK(uploads.failure() == "upload-conflict");
  }
}

TEST_CASE("an insertion whose answer is lost makes no second track") {
  UploaderRuns uploads;
  uploads.has("").fail("network");
  SECTION("it had landed") {
    uploads.transport.answer(200, items(track_json()));
    uploads.run({hello_on(kOne)});
    CHECK(uploads.transport.take_calls() == Calls{kChannels, kVideos, kTracks, kInsert, kTracks});
    CHECK(uploads.outcome().track->id == "c1");
    CHECK(uploads.spent() == 452 + 50);
    uploads.has(track_json());
    uploads.run({hello_on(kOne)});
    CHECK(uploads.outcome().action == UploadAction::nothing);
  }
  SECTION("it had not landed") {
    uploads.transport.answer(200, kNoTracks).answer(200, track_json());
    uploads.run({hello_on(kOne)});
    CHECK(uploads.transport.take_calls() ==
          Calls{kChannels, kVideos, kTracks, kInsert, kTracks, kInsert});
    CHECK(uploads.spent() == 452 + 50 + 400);
  }
  SECTION("it never lands") {
    for (int i = 0; i < 2; ++i) uploads.transport.answer(200, kNoTracks).fail("network");
    uploads.transport.answer(200, kNoTracks);
    uploads.run({hello_on(kOne)});
    CHECK(uploads.failure() == "network");
  }
}

TEST_CASE("an insertion that failed in passing, but was done, is found") {
  UploaderRuns uploads;
  uploads.has("").answer(503, "").answer(409, refusal(409, "captionExists"));
  uploads.transport.answer(200, items(track_json()));
  uploads.run({hello_on(kOne)});
  CHECK(uploads.outcome().track->id == "c1");
  CHECK(uploads.clock.waits.size() == 1);
}

TEST_CASE("captions that YouTube cannot use are an error with its reason") {
  UploaderRuns uploads;
  uploads.has("").answer(200, track_json("monday", "failed"));
  uploads.run({hello_on(kOne)});
  CHECK(uploads.failure() == "youtube-failed");
  CHECK(uploads.outcome().error->message.find("unknownFormat") != std::string::npos);
}

TEST_CASE("a description is read anew before it changes") {
  UploaderRuns uploads;
  auto job = hello_on(kOne);
  job.chapters = "0:00 One\n1:00 Two\n";
  uploads.has("").answer(200, track_json()).answer(200, items(video_json(kOne, "Written since")));
  uploads.transport.answer(200, "{}");
  uploads.run({job});
  CHECK(uploads.outcome().changes_description);
  CHECK(uploads.transport.requests.back().body.find(
            "Written since\\n\\n=== Chapters ===\\n0:00 One") != std::string::npos);
  CHECK(uploads.transport.take_calls() ==
        Calls{kChannels, kVideos, kTracks, kInsert, kVideos, kDescribe});
  CHECK(uploads.spent() == 452 + 51);
}

TEST_CASE("two pages must not fight for one track") {
  UploadJobs jobs;
  REQUIRE(jobs.add(hello_on(kOne)));
  const auto again = jobs.add(hello_on(kOne, "Good evening"));
  REQUIRE_FALSE(again);
  CHECK(again.error().rule.name() == "upload-invalid");
  CHECK(again.error().message == "video-no-01.md is for the same track of the same video");
  CHECK(jobs.add(hello_on("no video")).error().rule.name() == "upload-invalid");
  auto other = hello_on(kOne);
  other.key.language = "de";
  CHECK(jobs.add(other));
  CHECK(jobs.all().size() == 2);
}

TEST_CASE("a plan without a call knows what was uploaded, and what the day has left") {
  UploaderRuns uploads;
  uploads.upload_once();
  UploadJobs jobs;
  REQUIRE(jobs.add(hello_on(kOne)));
  REQUIRE(jobs.add(hello_on(kTwo)));
  const auto state = read_state(uploads.folder.path() / "state").value();
  const auto plan = plan_offline(jobs, state, {452, 910}, {});
  REQUIRE(plan.outcomes.size() == 2);
  CHECK(plan.outcomes[0].page == "video-no-02.md");
  CHECK(plan.outcomes[0].action == UploadAction::insert);
  CHECK(plan.outcomes[0].units == 450);
  CHECK(plan.outcomes[1].action == UploadAction::later);
  CHECK(plan.is_short_of_units);
  CHECK(plan.units == 452);
}
