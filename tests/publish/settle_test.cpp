// Runs that are ended at any of their calls, and what the next one makes of it.
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <map>
#include <optional>
#include <stdexcept>
#include <string>
#include <utility>

#include "publish/parameters.h"
#include "publish/quota.h"
#include "uploads.h"

using namespace uploads_test;

namespace {

struct Killed : std::runtime_error {
  Killed() : std::runtime_error("killed") {}
};

enum class Fault { refused, unreached, answer_lost, killed_before, killed_after };

// Keeps tracks, counts what it is asked for, and at one of the calls meets a fault.
class Service : public Transport {
 public:
  struct Track {
    std::string video, content, updated;
  };
  std::map<std::string, Track> tracks;  // By ID.
  int units = 0;
  int calls = 0;

  void fail_at(int call, Fault fault) {
    calls = 0;
    at_ = call;
    fault_ = fault;
  }

  Result<HttpResponse> send(const HttpRequest& request) override {
    if (++calls != at_) return answer(request);
    switch (fault_) {
      case Fault::refused:
        return HttpResponse{400, {}, ::refusal(400, "badRequest")};
      case Fault::unreached:
        return tl::unexpected(Error{"unreached", "network"});
      case Fault::killed_before:
        throw Killed();
      case Fault::answer_lost:
        (void)answer(request);
        return tl::unexpected(Error{"lost", "network"});
      case Fault::killed_after:
        (void)answer(request);
        break;
    }
    throw Killed();
  }

  // Whoever works in Studio.
  void put(const std::string& id, const std::string& video, const std::string& content) {
    tracks[id] = {video, content, "change " + std::to_string(++changes_)};
  }

 private:
  static std::string content_of(const std::string& body) {
    const std::string begin = "application/octet-stream\r\n\r\n";
    const auto from = body.find(begin) + begin.size();
    return body.substr(from, body.rfind("\r\n--") - from);
  }
  static std::string json_of(const std::string& id, const Track& track) {
    return fmt::format(
        R"({{"id": "{}", "snippet": {{"language": "en", "name": "", "lastUpdated": "{}",
           "status": "serving"}}}})",
        id, track.updated);
  }
  static HttpResponse okay(std::string body) { return {200, {}, std::move(body)}; }

  HttpResponse answer(const HttpRequest& request) {
    const auto path = request.url.substr(std::string("https://api.test").size());
    const auto parameters = decode_parameters(path.substr(path.find('?') + 1));
    if (path.starts_with("/youtube/v3/channels")) return charged(kListChannelsUnits, kOwn);
    if (path.starts_with("/youtube/v3/videos"))
      return charged(kListVideosUnits, items(video_json(kOne) + "," + video_json(kTwo)));
    if (path.starts_with("/youtube/v3/captions?"))
      return charged(kListCaptionsUnits, list(parameters.at("videoId")));
    if (path.starts_with("/youtube/v3/captions/")) {
      const auto from = std::string("/youtube/v3/captions/").size();
      const auto id = path.substr(from, path.find('?') - from);
      return charged(kDownloadCaptionUnits, tracks.at(id).content);
    }
    if (request.method == "PUT") return update(request.body);
    return insert(request.body);
  }
  HttpResponse charged(int cost, std::string body) {
    units += cost;
    return okay(std::move(body));
  }
  std::string list(const std::string& video) const {
    std::string all;
    for (const auto& [id, track] : tracks) {
      if (track.video == video) all += (all.empty() ? "" : ",") + json_of(id, track);
    }
    return items(all);
  }
  HttpResponse insert(const std::string& body) {
    const auto video = body.find(kOne) != std::string::npos ? kOne : kTwo;
    if (list(video) != items("")) {
      units += kRefusedUnits;
      return {409, {}, ::refusal(409, "captionExists")};
    }
    const auto id = "track-" + video;
    put(id, video, content_of(body));
    return charged(kInsertCaptionUnits, json_of(id, tracks.at(id)));
  }
  HttpResponse update(const std::string& body) {
    const auto id = "track-" + (body.find(kOne) != std::string::npos ? kOne : kTwo);
    put(id, tracks.at(id).video, content_of(body));
    return charged(kUpdateCaptionUnits, json_of(id, tracks.at(id)));
  }

  int at_ = 0;
  Fault fault_ = Fault::unreached;
  int changes_ = 0;
};

// Who is signed in and uploads, with what the file has of earlier runs.
struct UploadRun {
  UploadRun(Transport& transport, const std::filesystem::path& state)
      : store(state.parent_path()),
        file(StateFile::open(state).value()),
        uploader(transport, clock, store, credentials_until(clock.time + seconds(3'600)), file,
                 {{}, "https://api.test", 10'000}) {}

  FakeClock clock;
  TokenStore store;
  StateFile file;
  Uploader uploader;
  UploadJobs jobs;
};

// A run from the sign-in to its end, or to where it is killed: then nothing is left but the disk.
std::optional<UploadPlan> run(const std::filesystem::path& folder, Service& service,
                              const std::string& text) {
  UploadRun the_run(service, folder / "state");
  auto& uploader = the_run.uploader;
  auto& jobs = the_run.jobs;
  REQUIRE(jobs.add(hello_on(kOne, text)));
  REQUIRE(jobs.add(hello_on(kTwo, text)));
  try {
    auto plan = uploader.plan(jobs);
    uploader.carry_out(jobs, plan, [](const UploadOutcome&) {});
    return plan;
  } catch (const Killed&) {
    return std::nullopt;
  }
}

void check_both_are_up(const UploadPlan& plan, const Service& service, const std::string& text) {
  CHECK_FALSE(plan.end);
  for (const auto& outcome : plan.outcomes) {
    CAPTURE(outcome.error ? outcome.error->message : "");
    CHECK(outcome.track);
  }
  REQUIRE(service.tracks.size() == 2);
  for (const auto& [id, track] : service.tracks)
    CHECK(track.content.find(text) != std::string::npos);
}

constexpr Fault kFaults[] = {Fault::refused, Fault::unreached, Fault::answer_lost,
                             Fault::killed_before, Fault::killed_after};

// Every call of a run of `text`, where there is nothing or the tracks of a run of `before`, meets
// every fault; the next run, of `next`, puts all in order.
void check_every_call(const std::string& before, const std::string& text, const std::string& next) {
  for (const auto fault : kFaults) {
    for (int call = 1;; ++call) {
      CAPTURE(before, text, next, static_cast<int>(fault), call);
      const TemporaryFolder folder;
      Service service;
      if (!before.empty()) REQUIRE(run(folder.path(), service, before));
      service.fail_at(call, fault);
      (void)run(folder.path(), service, text);
      if (service.calls < call) {
        CHECK(call > 5);
        break;
      }
      service.fail_at(0, fault);
      const auto plan = run(folder.path(), service, next);
      REQUIRE(plan);
      check_both_are_up(*plan, service, next);
      CHECK(plan->quota.spent >= service.units);
      CHECK(read_state(folder.path() / "state").value().intents.empty());
    }
  }
}

}  // namespace

TEST_CASE("whichever call of an upload fails or is its last, the next run ends rightly") {
  SECTION("of an insertion") {
    check_every_call("", "Hello", "Hello");
  }
  SECTION("of an insertion, before the page changed") {
    check_every_call("", "Hello", "Bye");
  }
  SECTION("of a replacement") {
    check_every_call("Hello", "Bye", "Bye");
  }
  SECTION("of a replacement, before the page changed again") {
    check_every_call("Hello", "Bye", "Good evening");
  }
}

TEST_CASE("an insertion that was ended is paid once, and costs a comparison") {
  const TemporaryFolder folder;
  Service service;
  service.fail_at(5, Fault::killed_after);  // Channel, videos, two lists, insert.
  CHECK_FALSE(run(folder.path(), service, "Hello"));
  const auto plan = run(folder.path(), service, "Hello");
  REQUIRE(plan);
  CHECK(service.units == 2 * (2 + 2 * 50) + 2 * 400 + 200);
  CHECK(plan->quota.spent == service.units);
}

TEST_CASE("what somebody else put there after an insertion was ended is not taken for ours") {
  const TemporaryFolder folder;
  Service service;
  service.fail_at(5, Fault::killed_before);
  CHECK_FALSE(run(folder.path(), service, "Hello"));
  const std::string theirs = "1\n00:00:01,000 --> 00:00:02,000\nBy hand\n\n";
  service.put("track-" + kOne, kOne, theirs);
  for (int i = 0; i < 2; ++i) {
    const auto plan = run(folder.path(), service, "Hello");
    REQUIRE(plan);
    CHECK(plan->outcomes.back().error.value().rule.name() == "upload-conflict");
    CHECK(service.tracks.at("track-" + kOne).content == theirs);
  }
}

TEST_CASE("an insertion that arrives after the next run has looked is found, too") {
  const TemporaryFolder folder;
  Service service;
  service.fail_at(5, Fault::killed_before);
  CHECK_FALSE(run(folder.path(), service, "Hello"));

  struct Late : Transport {
    explicit Late(Service& to) : service(to) {}
    Result<HttpResponse> send(const HttpRequest& request) override {
      if (request.method == "POST" && request.body.find(kOne) != std::string::npos)
        service.put("track-" + kOne, kOne, hello_on(kOne).file);
      return service.send(request);
    }
    Service& service;
  } late(service);
  UploadRun the_run(late, folder.path() / "state");
  auto& uploader = the_run.uploader;
  auto& jobs = the_run.jobs;
  REQUIRE(jobs.add(hello_on(kOne)));
  auto plan = uploader.plan(jobs);
  uploader.carry_out(jobs, plan, [](const UploadOutcome&) {});
  CHECK(plan.outcomes.at(0).track);
  CHECK(the_run.file.state().intents.empty());
}

TEST_CASE("a record that cannot be written says that the captions are up, and loses no units") {
  const TemporaryFolder folder;
  Service service;
  struct Breaking : Transport {
    Breaking(Service& to, std::filesystem::path of) : service(to), state(std::move(of)) {}
    Result<HttpResponse> send(const HttpRequest& request) override {
      auto answer = service.send(request);
      // Once it is done, the folder takes no file any more.
      if (request.method == "POST") std::filesystem::rename(state, state.string() + ".away");
      if (request.method == "POST") std::ofstream(state) << "in the way";
      return answer;
    }
    Service& service;
    std::filesystem::path state;
  } breaking(service, folder.path() / "state");
  {
    UploadRun the_run(breaking, breaking.state);
    auto& uploader = the_run.uploader;
    auto& jobs = the_run.jobs;
    REQUIRE(jobs.add(hello_on(kOne)));
    REQUIRE(jobs.add(hello_on(kTwo)));
    auto plan = uploader.plan(jobs);
    uploader.carry_out(jobs, plan, [](const UploadOutcome&) {});
    const auto& error = plan.outcomes.at(0).error.value();
    CHECK(error.rule.name() == "write-failed");
    CHECK(error.message.find("the captions are on YouTube") != std::string::npos);
    CHECK(plan.outcomes.at(1).action == UploadAction::later);
  }
  std::filesystem::remove(breaking.state);
  std::filesystem::rename(breaking.state.string() + ".away", breaking.state);
  CHECK(read_state(breaking.state).value().spent.units >= service.units);
  const auto plan = run(folder.path(), service, "Hello");
  REQUIRE(plan);
  check_both_are_up(*plan, service, "Hello");
  CHECK(plan->quota.spent >= service.units);
}

TEST_CASE("a run that is interrupted ends behind the page under way") {
  const TemporaryFolder folder;
  Service service;
  UploadRun the_run(service, folder.path() / "state");
  auto& uploader = the_run.uploader;
  auto& jobs = the_run.jobs;
  REQUIRE(jobs.add(hello_on(kOne)));
  REQUIRE(jobs.add(hello_on(kTwo)));
  auto plan = uploader.plan(jobs);
  uploader.carry_out(
      jobs, plan, [](const UploadOutcome&) {}, [&] { return !service.tracks.empty(); });
  CHECK(plan.outcomes.at(0).track);
  CHECK(plan.outcomes.at(1).action == UploadAction::later);
  CHECK(the_run.file.state().tracks.size() == 1);
  CHECK(the_run.file.state().intents.empty());
}
