#include "publish/answers.h"

#include <rapidcheck/catch.h>
#include <catch2/catch.hpp>
#include <string>

#include "publish/json_answer.h"
#include "support/rule_of.h"

using namespace cmos;

namespace {

std::string refusal(const std::string& reason, const std::string& message) {
  return R"({"error": {"code": 403, "message": ")" + message + R"(", "errors": [{"message": "m",
    "domain": "youtube.caption", "reason": ")" +
         reason + R"("}]}})";
}

Error error_of(long status, const std::string& body) {
  HttpResponse response;
  response.status = status;
  response.body = body;
  return to_error(response);
}

}  // namespace

TEST_CASE("tracks are read, whatever the case of their kind") {
  const auto tracks = parse_tracks(R"({"items": [
    {"id": "a", "snippet": {"language": "en", "name": "", "trackKind": "ASR", "isDraft": false}},
    {"id": "b", "snippet": {"language": "de", "name": "N", "trackKind": "standard", "isDraft": true,
      "lastUpdated": "2026", "status": "failed", "failureReason": "unknownFormat"}}]})");
  REQUIRE(tracks);
  REQUIRE(tracks->size() == 2);
  CHECK((*tracks)[0].is_automatic);
  CHECK_FALSE((*tracks)[1].is_automatic);
  CHECK((*tracks)[1].is_draft);
  CHECK((*tracks)[1].failure_reason == "unknownFormat");
}

TEST_CASE("a list without items is empty") {
  CHECK(parse_channels(R"({"kind": "youtube#channelListResponse"})").value().empty());
}

TEST_CASE("answers that are not YouTube's are told apart") {
  const auto page = parse_tracks("<html></html>");
  REQUIRE_FALSE(page);
  CHECK(page.error().message.find("web page") != std::string::npos);
  for (const auto* body : {"", "[]", "3", R"({"items": 3})", R"({"items": [{}]})",
                           R"({"items": [{"id": 1, "snippet": {"language": "en"}}]})"}) {
    CAPTURE(body);
    CHECK(rule_of(parse_tracks(body)) == "youtube-answer");
  }
}

TEST_CASE("durations are ISO 8601 as the API writes them") {
  CHECK(parse_iso_duration("PT2M18S") == std::chrono::seconds(138));
  CHECK(parse_iso_duration("PT1H") == std::chrono::seconds(3'600));
  CHECK(parse_iso_duration("P1DT2H3M4S") == std::chrono::seconds(93'784));
  CHECK(parse_iso_duration("P0D") == std::chrono::seconds(0));  // Of a live stream.
  for (const auto* text : {"", "P", "PT", "2M", "PT2X", "PT2", "P2M", "PT-2M", "PT99999999S"})
    CHECK_FALSE(parse_iso_duration(text));
}

TEST_CASE("a refusal's message loses its HTML") {
  const auto [reason, message] = parse_refusal(
      refusal("forbidden", "The <code>id</code> is\\n wrong &amp; &lt;more&gt; &#39;x&#39;"));
  CHECK(reason == "forbidden");
  CHECK(message == "The id is wrong & <more> 'x'");
}

TEST_CASE("errors are told by what somebody can do about them") {
  CHECK(error_of(401, "").rule.name() == "sign-in-needed");
  CHECK(error_of(403, refusal("insufficientPermissions", "m")).rule.name() == "sign-in-needed");
  CHECK(error_of(403, refusal("quotaExceeded", "m")).rule.name() == "quota-exceeded");
  CHECK(error_of(403, refusal("rateLimitExceeded", "m")).rule.name() == "network");
  CHECK(error_of(403, refusal("forbidden", "m")).rule.name() == "youtube-refused");
  CHECK(error_of(409, refusal("captionExists", "m")).rule.name() == "upload-conflict");
  CHECK(error_of(429, "").rule.name() == "network");
  CHECK(error_of(503, "<html>").rule.name() == "network");
  CHECK(error_of(404, "").message == "YouTube refuses: status 404");
}

TEST_CASE("any bytes are an answer that can be refused") {
  rc::prop("no crash", [](const std::string& body) {
    (void)parse_tracks(body);
    (void)parse_videos(body);
    (void)parse_track(body);
    RC_ASSERT(!error_of(400, body).message.empty());
  });
}

TEST_CASE("answers that are nested more deeply than any can be are not read") {
  const std::string open(4'000'000, '[');
  CHECK(rule_of(parse_videos(open)) == "youtube-answer");
  CHECK(rule_of(parse_track(open)) == "youtube-answer");
  CHECK(parse_refusal(open).reason.empty());
  CHECK(parse_answer(std::string(32, '[') + std::string(32, ']')).is_array());
  CHECK(parse_answer(std::string(33, '[') + std::string(33, ']')).is_discarded());
  CHECK(parse_answer(R"({"a": "\"[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[["})").is_object());
}
