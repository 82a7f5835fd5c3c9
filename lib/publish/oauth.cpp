#include "publish/oauth.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <nlohmann/json.hpp>
#include <optional>

#include "base/ascii.h"
#include "publish/digest.h"
#include "publish/json_answer.h"
#include "publish/parameters.h"
#include "publish/url.h"

namespace cmos {

namespace {

using nlohmann::json;

// An access token is not used in its last minute: the request might arrive too late.
constexpr std::chrono::seconds kMargin{60};

// A few tokens, of some 2 KB each at most (Google's documentation of OAuth 2.0, "token size").
constexpr std::size_t kLargestTokenAnswer = 65'536;

std::string text_at(const json& object, const char* key) {
  const auto found = object.is_object() ? object.find(key) : object.end();
  return object.is_object() && found != object.end() && found->is_string()
             ? found->get<std::string>()
             : std::string();
}

Error sign_in_needed(std::string message) {
  return {std::move(message), "sign-in-needed"};
}

// The codes of RFC 6749, section 5.2. The description behind them is free text of the service and
// could hold anything: it is not shown.
Error token_error(const HttpResponse& response, const json& answer) {
  auto code = text_at(answer, "error");
  const bool is_code = std::ranges::all_of(code, [](char c) { return is_lower(c) || c == '_'; });
  if (code == "invalid_grant") {
    return sign_in_needed(
        "the sign-in has ended (invalid_grant): sign in again with `cmos-captions login`; if that "
        "comes back every week, the OAuth app is still in Testing (docs/publishing.md)");
  }
  if (response.status >= 500) {
    return {fmt::format("the sign-in service fails (status {}): try again later", response.status),
            "network"};
  }
  return sign_in_needed(
      fmt::format("the sign-in service refuses the request ({})",
                  code.empty() || !is_code ? fmt::format("status {}", response.status) : code));
}

HttpRequest form(const std::string& url, const Parameters& parameters) {
  return {"POST",
          url,
          {"Content-Type: application/x-www-form-urlencoded"},
          encode_parameters(parameters),
          true,
          kLargestTokenAnswer};
}

Result<Tokens> ask_for_tokens(Transport& transport, const Clock& clock, const OAuthClient& client,
                              const Parameters& parameters, const std::string& old_refresh) {
  const auto response = transport.send(form(client.token_uri, parameters));
  if (!response) return tl::unexpected(response.error());
  const auto answer = parse_answer(response->body);
  if (response->status != 200) return tl::unexpected(token_error(*response, answer));
  Tokens tokens{text_at(answer, "access_token"), text_at(answer, "refresh_token"), {}};
  if (tokens.access.empty())
    return tl::unexpected(sign_in_needed("the sign-in service's answer holds no token"));
  if (tokens.refresh.empty()) tokens.refresh = old_refresh;
  const auto lifetime = answer.find("expires_in");
  const auto seconds =
      lifetime != answer.end() && lifetime->is_number() ? lifetime->get<double>() : 0.0;
  tokens.expires = clock.now() +
                   std::chrono::seconds(static_cast<long>(std::clamp(seconds, 0.0, 1e7))) - kMargin;
  return tokens;
}

}  // namespace

Result<OAuthClient> parse_client_secret(std::string_view text) {
  const auto failure = [](std::string message) {
    return tl::unexpected(Error{std::move(message), "client-secret"});
  };
  const auto document = json::parse(text, nullptr, false);
  if (!document.is_object()) return failure("this is no client_secret.json: it is not JSON");
  if (document.contains("web")) {
    return failure(
        "this OAuth client is of the kind \"Web application\"; make one of the kind \"Desktop "
        "app\" and download its JSON");
  }
  if (!document.contains("installed"))
    return failure(R"(this is no client_secret.json of a "Desktop app": "installed" is missing)");
  const auto& installed = document["installed"];
  OAuthClient client{text_at(installed, "client_id"), text_at(installed, "client_secret"),
                     text_at(installed, "auth_uri"), text_at(installed, "token_uri")};
  if (client.client_id.empty() || client.client_secret.empty())
    return failure("client_id or client_secret is missing");
  for (const auto& uri : {client.auth_uri, client.token_uri}) {
    const auto url = SafeUrl::parse(uri);
    if (url) continue;
    if (url.error().rule != "unsafe-address") return tl::unexpected(url.error());
    return failure("auth_uri and token_uri must be https addresses");
  }
  return client;
}

std::string revocation_url(const OAuthClient& client) {
  return address_beside(client.token_uri, "revoke");
}

std::string authorization_url(const OAuthClient& client, const SignInRequest& request) {
  return client.auth_uri + '?' +
         encode_parameters({{"client_id", client.client_id},
                            {"redirect_uri", request.redirect_uri},
                            {"response_type", "code"},
                            {"scope", std::string(kCaptionsScope)},
                            {"state", request.state},
                            {"code_challenge", pkce_challenge(request.verifier)},
                            {"code_challenge_method", "S256"},
                            {"access_type", "offline"},
                            {"prompt", "consent"}});
}

Result<Tokens> exchange_code(Transport& transport, const Clock& clock, const OAuthClient& client,
                             const SignInRequest& request, const std::string& code) {
  auto tokens = ask_for_tokens(transport, clock, client,
                               {{"grant_type", "authorization_code"},
                                {"code", code},
                                {"redirect_uri", request.redirect_uri},
                                {"code_verifier", request.verifier},
                                {"client_id", client.client_id},
                                {"client_secret", client.client_secret}},
                               "");
  if (tokens && tokens->refresh.empty())
    return tl::unexpected(sign_in_needed("the sign-in service sent no refresh token"));
  return tokens;
}

Result<Tokens> refresh_tokens(Transport& transport, const Clock& clock, const OAuthClient& client,
                              const Tokens& tokens) {
  return ask_for_tokens(transport, clock, client,
                        {{"grant_type", "refresh_token"},
                         {"refresh_token", tokens.refresh},
                         {"client_id", client.client_id},
                         {"client_secret", client.client_secret}},
                        tokens.refresh);
}

Result<void> revoke_tokens(Transport& transport, const OAuthClient& client, const Tokens& tokens) {
  const auto response =
      transport.send(form(revocation_url(client), {{"token", tokens.refresh},
                                                   {"client_id", client.client_id},
                                                   {"client_secret", client.client_secret}}));
  if (!response) return tl::unexpected(response.error());
  const auto answer = parse_answer(response->body);
  const bool is_unknown = response->status == 400 && text_at(answer, "error") == "invalid_token";
  if (response->status == 200 || is_unknown) return {};
  return tl::unexpected(token_error(*response, answer));
}

}  // namespace cmos
