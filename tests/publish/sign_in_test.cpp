#include "publish/sign_in.h"

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <string>

#include "fakes.h"
#include "publish/digest.h"
#include "publish/parameters.h"
#include "support/temporary_folder.h"

using namespace cmos;

namespace {

// A browser that comes back with a code at once, or with nothing.
class FakeReceiver : public CodeReceiver {
 public:
  Result<std::string> code;
  std::string state;

  explicit FakeReceiver(Result<std::string> answer) : code(std::move(answer)) {}
  std::string redirect_uri() const override { return "http://127.0.0.1:7/"; }
  Result<std::string> wait_for_code(std::string_view wanted, std::chrono::seconds) override {
    state = wanted;
    return code;
  }
};

const OAuthClient kClient = credentials_until({}).client;

}  // namespace

TEST_CASE("a sign-in sends the state, and proves with the code that it began it") {
  FakeTransport transport;
  transport.answer(200, R"({"access_token": "a", "refresh_token": "r", "expires_in": 3600})");
  FakeReceiver receiver("the-code");
  std::string shown;
  const auto tokens = sign_in(transport, FakeClock(), receiver, kClient,
                              [&](const std::string& url) { shown = url; });
  REQUIRE(tokens);
  CHECK(tokens->refresh == "r");
  CHECK(tokens->expires == kNoon + std::chrono::seconds(3'540));
  const auto asked = decode_parameters(shown.substr(shown.find('?') + 1));
  CHECK(asked.at("state") == receiver.state);
  CHECK(asked.at("redirect_uri") == "http://127.0.0.1:7/");
  const auto sent = decode_parameters(transport.requests.at(0).body);
  CHECK(sent.at("code") == "the-code");
  CHECK(sent.at("redirect_uri") == "http://127.0.0.1:7/");
  CHECK(pkce_challenge(sent.at("code_verifier")) == asked.at("code_challenge"));
  CHECK(shown.find(sent.at("code_verifier")) == std::string::npos);
}

TEST_CASE("where nobody signs in, nothing is sent") {
  FakeTransport transport;
  FakeReceiver receiver(tl::unexpected(Error{"nobody signed in", "sign-in-needed"}));
  CHECK(
      sign_in(transport, FakeClock(), receiver, kClient, [](const auto&) {}).error().rule.name() ==
      "sign-in-needed");
  CHECK(transport.requests.empty());
}

TEST_CASE("who signs out is not signed in here any more, whatever the service says") {
  const TemporaryFolder folder;
  const TokenStore store(folder.path());
  FakeTransport transport;
  CHECK_FALSE(sign_out(transport, store).was_signed_in);
  REQUIRE(store.save(credentials_until(kNoon)));
  SECTION("the service takes the tokens back") {
    transport.answer(200, "");
    CHECK(sign_out(transport, store).revoked);
    CHECK(transport.requests.at(0).url == "https://accounts.test/revoke");
  }
  SECTION("it does not know them") {
    transport.answer(400, R"({"error": "invalid_token"})");
    CHECK(sign_out(transport, store).revoked);
  }
  SECTION("it cannot be reached") {
    transport.fail("network");
    CHECK(sign_out(transport, store).revoked.error().rule.name() == "network");
  }
  SECTION("the sign-in is damaged") {
    std::ofstream(store.file()) << "damaged";
    CHECK(sign_out(transport, store).revoked.error().rule.name() == "token-file");
  }
  CHECK_FALSE(std::filesystem::exists(store.file()));
}

TEST_CASE("credentials are those that are kept, and only where there are none is somebody asked") {
  const TemporaryFolder folder;
  const TokenStore store(folder.path());
  int asked = 0;
  const auto ask = [&]() -> Result<Credentials> {
    ++asked;
    return credentials_until(kNoon);
  };
  CHECK(find_credentials(store, nullptr).error().rule.name() == "sign-in-needed");
  CHECK(find_credentials(store, ask));
  CHECK(asked == 1);
  REQUIRE(store.save(credentials_until(kNoon)));
  CHECK(find_credentials(store, ask).value().tokens.access == "old-access");
  CHECK(find_credentials(store, nullptr));
  std::ofstream(store.file()) << "damaged";
  CHECK(find_credentials(store, ask).error().rule.name() == "token-file");
  CHECK(asked == 1);
}

TEST_CASE("a sign-in that others may read is warned of") {
  const TemporaryFolder folder;
  const TokenStore store(folder.path());
  CHECK_FALSE(check_token_file(store));
  REQUIRE(store.save(credentials_until(kNoon)));
  CHECK_FALSE(check_token_file(store));
  std::filesystem::permissions(store.file(), std::filesystem::perms::group_read,
                               std::filesystem::perm_options::add);
  CHECK(check_token_file(store).value().rule.name() == "token-readable");
}

TEST_CASE("a client's file that is missing is told apart from one that is wrong") {
  const TemporaryFolder folder;
  const auto missing = load_client_secret(folder.path() / "none.json");
  CHECK(missing.error().rule.name() == "client-secret");
  CHECK(missing.error().message.find("no such file") != std::string::npos);
  CHECK(load_client_secret(folder.path()).error().rule.name() != "client-secret");
}
