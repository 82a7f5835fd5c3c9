#include <rapidcheck/catch.h>
#include <catch2/catch.hpp>
#include <string>

#include "base/base64.h"
#include "publish/digest.h"
#include "publish/loopback.h"
#include "publish/oauth.h"
#include "publish/parameters.h"
#include "publish/token_store.h"
#include "support/rule_of.h"

using namespace cmos;
using Catch::Matchers::Contains;

namespace {

std::string client_json(const std::string& kind, const std::string& token_uri) {
  return R"({")" + kind + R"(": {"client_id": "id", "client_secret": "secret",
    "auth_uri": "https://accounts.example/auth", "token_uri": ")" +
         token_uri + R"("}})";
}

}  // namespace

TEST_CASE("the code challenge is that of RFC 7636, appendix B") {
  CHECK(pkce_challenge("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk") ==
        "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM");
}

TEST_CASE("hashes and base64url are those of their specifications") {
  CHECK(sha256_hex("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  CHECK(base64url("") == "");
  CHECK(base64url("f") == "Zg");
  CHECK(base64url("fo") == "Zm8");
  CHECK(base64url("foobar") == "Zm9vYmFy");
  CHECK(base64url("\xfb\xff") == "-_8");
  CHECK(random_text(32).size() == 43);
  CHECK(random_text(32) != random_text(32));
}

TEST_CASE("a client of the installed kind is read") {
  const auto client = parse_client_secret(client_json("installed", "https://oauth2.example/token"));
  REQUIRE(client);
  CHECK(client->client_id == "id");
  CHECK(client->client_secret == "secret");
  CHECK(client->auth_uri == "https://accounts.example/auth");
  CHECK(revocation_url(*client) == "https://oauth2.example/revoke");
}

TEST_CASE("other clients are refused") {
  CHECK(rule_of(parse_client_secret("")) == "client-secret");
  CHECK(rule_of(parse_client_secret("[]")) == "client-secret");
  CHECK(rule_of(parse_client_secret(R"({"installed": 3})")) == "client-secret");
  CHECK(rule_of(parse_client_secret(client_json("installed", "http://oauth2.example/token"))) ==
        "client-secret");
  CHECK(rule_of(parse_client_secret(client_json(
            "installed", R"(http://127.0.0.1\\@127.0.0.2:8080/token)"))) == "client-secret");
  const auto web = parse_client_secret(client_json("web", "https://oauth2.example/token"));
  REQUIRE_FALSE(web);
  CHECK_THAT(web.error().message, Contains("Desktop app"));
}

TEST_CASE("parameters survive the way there and back") {
  rc::prop("any bytes", [](const std::string& name, const std::string& value) {
    const auto decoded = decode_parameters(encode_parameters({{name, value}, {"z-last", "1"}}));
    RC_ASSERT(decoded.at(name) == value);
  });
}

TEST_CASE("a browser's request gives the code only with the right state") {
  const std::string line = "GET /?state=S&code=4%2Fx&scope=y HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n";
  const auto answer = read_redirect(line, "S");
  REQUIRE(std::holds_alternative<SignInCode>(answer));
  CHECK(std::get<SignInCode>(answer).code == "4/x");
  CHECK(std::holds_alternative<SignInDenied>(
      read_redirect("GET /?error=access_denied&state=S HTTP/1.1\r\n\r\n", "S")));
  for (const auto* other :
       {"GET /?state=T&code=x HTTP/1.1\r\n", "GET /?code=x HTTP/1.1\r\n", "GET / HTTP/1.1\r\n",
        "GET /other?state=S&code=x HTTP/1.1\r\n", "POST /?state=S&code=x HTTP/1.1\r\n",
        "GET /?state=S HTTP/1.1\r\n", "GET /?state=S&code=x", ""}) {
    CAPTURE(other);
    CHECK(std::holds_alternative<NotForUs>(read_redirect(other, "S")));
  }
  CHECK(std::holds_alternative<NotForUs>(read_redirect("GET /?state=&code=x HTTP/1.1\r\n", "")));
}

TEST_CASE("only the whole state is the right one") {
  const auto answer = [](const std::string& state) {
    return read_redirect("GET /?code=x&state=" + state + " HTTP/1.1\r\n\r\n", "abcd");
  };
  CHECK(std::holds_alternative<SignInCode>(answer("abcd")));
  for (const auto* other : {"", "a", "abc", "abcde", "bcd", "ABCD", "abcd%00", "abcd+"}) {
    CAPTURE(other);
    CHECK(std::holds_alternative<NotForUs>(answer(other)));
  }
}

TEST_CASE("a sign-in survives the way to its file and back") {
  const Credentials credentials{
      {"id", "secret", "https://a.example/auth", "https://a.example/token"},
      {"access", "refresh", std::chrono::sys_seconds(std::chrono::seconds(1'764'000'000))}};
  const auto read = parse_credentials(write_credentials(credentials));
  REQUIRE(read);
  CHECK(read->client.client_secret == "secret");
  CHECK(read->tokens.access == "access");
  CHECK(read->tokens.refresh == "refresh");
  CHECK(read->tokens.expires == credentials.tokens.expires);
  for (const auto* broken : {"", "null", "{}", R"({"client": 1})"})
    CHECK(rule_of(parse_credentials(broken)) == "token-file");
}
