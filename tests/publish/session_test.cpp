#include "publish/session.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <string>
#include <utility>

#include "fakes.h"
#include "support/temporary_folder.h"

using namespace cmos;
using std::chrono::milliseconds;
using std::chrono::seconds;

namespace {

const std::string kOkay = "{}";

// A session on a record and a sign-in of its own.
struct SignedIn {
  TemporaryFolder folder;
  FakeClock clock;
  FakeTransport transport;
  TokenStore store{folder.path()};
  StateFile file = StateFile::open(folder.path() / "state").value();
  QuotaLedger ledger{clock, file, 10'000};
  Session session;

  explicit SignedIn(seconds lifetime = seconds(3'600))
      : session(transport, clock, store, credentials_until(clock.time + lifetime), ledger) {}

  std::string_view rule_of(const HttpRequest& request, int units = 50) {
    const auto response = session.send(request, units);
    return response ? "" : response.error().rule.name();
  }
  std::string authorization(std::size_t request) const {
    return transport.requests.at(request).headers.back();
  }
};

HttpRequest get() {
  return {"GET", "https://api.test/things", {}, {}};
}
HttpRequest post_once() {
  return {"POST", "https://api.test/things", {}, "body", true};
}

}  // namespace

TEST_CASE("a request goes with the access token, and costs its units") {
  SignedIn signed_in;
  signed_in.transport.answer(200, kOkay);
  CHECK(signed_in.rule_of(get()).empty());
  CHECK(signed_in.authorization(0) == "Authorization: Bearer old-access");
  CHECK(signed_in.ledger.view().spent == 50);
  CHECK(signed_in.clock.waits.empty());
}

TEST_CASE("an access token past its time is renewed before the request, and kept") {
  SignedIn signed_in(seconds(0));
  signed_in.transport.answer(200, kNewToken).answer(200, kOkay).answer(200, kOkay);
  CHECK(signed_in.rule_of(get()).empty());
  CHECK(signed_in.transport.requests[0].url == "https://accounts.test/token");
  CHECK(signed_in.authorization(1) == "Authorization: Bearer new-access");
  CHECK(signed_in.ledger.view().spent == 50);
  const auto kept = signed_in.store.load().value().value();
  CHECK(kept.tokens.access == "new-access");
  CHECK(kept.tokens.refresh == "refresh");
  CHECK(kept.tokens.expires == kNoon + seconds(3'540));
  CHECK(signed_in.rule_of(get()).empty());
  CHECK(signed_in.transport.requests.size() == 3);
}

TEST_CASE("an access token is used until its time has come") {
  SignedIn signed_in(seconds(1));
  signed_in.transport.answer(200, kOkay).answer(200, kNewToken).answer(200, kOkay);
  CHECK(signed_in.rule_of(get()).empty());
  CHECK(signed_in.transport.requests.size() == 1);
  signed_in.clock.time += seconds(1);
  CHECK(signed_in.rule_of(get()).empty());
  CHECK(signed_in.transport.requests.size() == 3);
}

TEST_CASE("an access token that the service does not accept is renewed once") {
  SignedIn signed_in;
  signed_in.transport.answer(401, "").answer(200, kNewToken);
  SECTION("the new one is accepted") {
    signed_in.transport.answer(200, kOkay);
    CHECK(signed_in.rule_of(get()).empty());
    CHECK(signed_in.authorization(2) == "Authorization: Bearer new-access");
    CHECK(signed_in.ledger.view().spent == kRefusedUnits + 50);
  }
  SECTION("the new one is not accepted either") {
    signed_in.transport.answer(401, "");
    CHECK(signed_in.rule_of(get()) == "sign-in-needed");
    CHECK(signed_in.ledger.view().spent == 2 * kRefusedUnits);
  }
  CHECK(signed_in.transport.requests.size() == 3);
  CHECK(signed_in.clock.waits.empty());
}

TEST_CASE("a sign-in that has ended stops before the service is asked") {
  SignedIn signed_in(seconds(0));
  signed_in.transport.answer(400, R"({"error": "invalid_grant"})");
  CHECK(signed_in.rule_of(get()) == "sign-in-needed");
  CHECK(signed_in.transport.requests.size() == 1);
  CHECK(signed_in.ledger.view().spent == 0);
}

TEST_CASE("of a refused sign-in the code is told, unless it is none") {
  const auto message = [](const std::string& code) {
    SignedIn signed_in(seconds(0));
    signed_in.transport.answer(400, R"({"error": ")" + code + R"("})");
    const auto response = signed_in.session.send(get(), 50);
    REQUIRE_FALSE(response);
    return response.error().message;
  };
  CHECK(message("unauthorized_client") ==
        "the sign-in service refuses the request (unauthorized_client)");
  CHECK(message("Say <b>yes</b>") == "the sign-in service refuses the request (status 400)");
  CHECK(message("") == "the sign-in service refuses the request (status 400)");
}

TEST_CASE("a sign-in is removed with its file, and what cannot be removed is told") {
  const TemporaryFolder folder;
  const TokenStore store(folder.path());
  CHECK(store.remove());
  REQUIRE(store.save({}));
  const auto file = std::filesystem::directory_iterator(folder.path())->path();
  CHECK(store.remove());
  CHECK_FALSE(std::filesystem::exists(file));
  std::filesystem::create_directories(file / "not" / "empty");
  const auto removed = store.remove();
  REQUIRE_FALSE(removed);
  CHECK(removed.error().rule.name() == "write-failed");
}

TEST_CASE("what fails in passing is tried again") {
  SignedIn signed_in;
  int units = kRefusedUnits;
  SECTION("408") {
    signed_in.transport.answer(408, "");
  }
  SECTION("429") {
    signed_in.transport.answer(429, "");
  }
  SECTION("500, perhaps after it was done") {
    signed_in.transport.answer(500, "<html>");
    units = 50;
  }
  SECTION("503, perhaps after it was done") {
    signed_in.transport.answer(503, "");
    units = 50;
  }
  SECTION("403, too many at a time") {
    signed_in.transport.answer(403, refusal(403, "rateLimitExceeded"));
  }
  signed_in.transport.answer(200, kOkay);
  CHECK(signed_in.rule_of(get()).empty());
  CHECK(signed_in.transport.requests.size() == 2);
  CHECK(signed_in.clock.waits.size() == 1);
  CHECK(signed_in.ledger.view().spent == units + 50);
}

TEST_CASE("a lost answer is asked for again, and both are charged") {
  SignedIn signed_in;
  signed_in.transport.fail("network").answer(200, kOkay);
  CHECK(signed_in.rule_of(get()).empty());
  CHECK(signed_in.ledger.view().spent == 100);
}

TEST_CASE("after four failures it is given up, and waits are random below 1, 2 and 4 seconds") {
  milliseconds longest[3] = {};
  for (int run = 0; run < 60; ++run) {
    SignedIn signed_in;
    for (int i = 0; i < 4; ++i) signed_in.transport.answer(503, "");
    REQUIRE(signed_in.rule_of(get()) == "network");
    REQUIRE(signed_in.transport.requests.size() == 4);
    REQUIRE(signed_in.clock.waits.size() == 3);
    for (std::size_t i = 0; i < 3; ++i) longest[i] = std::max(longest[i], signed_in.clock.waits[i]);
  }
  for (int i = 0; i < 3; ++i) {
    CAPTURE(i);
    CHECK(longest[i] <= seconds(1 << i));
    CHECK(longest[i] > seconds(1 << i) / 2);
  }
}

TEST_CASE("a service that says how long to wait is obeyed, up to a minute") {
  SignedIn signed_in;
  SECTION("a minute") {
    signed_in.transport.answer(429, "", seconds(60)).answer(200, kOkay);
    CHECK(signed_in.rule_of(get()).empty());
    CHECK(signed_in.clock.waits == std::vector<milliseconds>{seconds(60)});
  }
  SECTION("longer") {
    signed_in.transport.answer(429, "", seconds(61));
    CHECK(signed_in.rule_of(get()) == "network");
    CHECK(signed_in.clock.waits.empty());
  }
}

TEST_CASE("what will not pass is not tried again") {
  SignedIn signed_in;
  SECTION("refused") {
    signed_in.transport.answer(403, refusal(403, "forbidden"));
    CHECK(signed_in.rule_of(get()) == "youtube-refused");
  }
  SECTION("no such thing") {
    signed_in.transport.answer(404, "");
    CHECK(signed_in.rule_of(get()) == "youtube-refused");
  }
  SECTION("no units") {
    signed_in.transport.answer(403, refusal(403, "quotaExceeded"));
    CHECK(signed_in.rule_of(get()) == "quota-exceeded");
  }
  SECTION("there already") {
    signed_in.transport.answer(409, "");
    CHECK(signed_in.rule_of(post_once()) == "upload-conflict");
  }
  CHECK(signed_in.transport.requests.size() == 1);
  CHECK(signed_in.clock.waits.empty());
  CHECK(signed_in.ledger.view().spent == kRefusedUnits);
}

TEST_CASE("units are on disk before the request goes") {
  SignedIn signed_in;
  struct Watch : Transport {
    explicit Watch(std::filesystem::path of) : folder(std::move(of)) {}
    Result<HttpResponse> send(const HttpRequest&) override {
      seen = read_state(folder).value().spent.units;
      return HttpResponse{200, {}, "{}"};
    }
    std::filesystem::path folder;
    int seen = 0;
  } watch(signed_in.folder.path() / "state");
  Session session(watch, signed_in.clock, signed_in.store,
                  credentials_until(signed_in.clock.time + seconds(3'600)), signed_in.ledger);
  REQUIRE(session.send(get(), 50));
  CHECK(watch.seen == 50);
}

TEST_CASE("where units cannot be noted, nothing is sent") {
  SignedIn signed_in;
  std::filesystem::remove_all(signed_in.folder.path() / "state");
  std::ofstream(signed_in.folder.path() / "state") << "a file where the folder was";
  CHECK(signed_in.rule_of(get()) == "write-failed");
  CHECK(signed_in.transport.requests.empty());
}

TEST_CASE("what was never sent costs nothing") {
  SignedIn signed_in;
  signed_in.transport.fail("certificate");
  CHECK(signed_in.rule_of(get()) == "certificate");
  CHECK(signed_in.ledger.view().spent == 0);
}

TEST_CASE(
    "a request that is not safe to repeat is repeated only where the service has refused it") {
  SignedIn signed_in;
  SECTION("the answer is lost") {
    signed_in.transport.fail("network");
    CHECK(signed_in.rule_of(post_once(), 400) == "maybe-done");
    CHECK(signed_in.transport.requests.size() == 1);
    CHECK(signed_in.ledger.view().spent == 400);
  }
  SECTION("the service failed, then does it") {
    signed_in.transport.answer(503, "").answer(200, kOkay);
    CHECK(signed_in.rule_of(post_once(), 400).empty());
    CHECK(signed_in.ledger.view().spent == 2 * 400);
  }
  SECTION("the service failed, but had done it") {
    signed_in.transport.answer(503, "").answer(409, refusal(409, "captionExists"));
    CHECK(signed_in.rule_of(post_once(), 400) == "maybe-done");
  }
}
