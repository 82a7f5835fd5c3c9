// OAuth 2.0 for an installed program (RFC 6749, RFC 8252; PKCE: RFC 7636; revocation: RFC 7009).
#pragma once

#include <chrono>
#include <string>
#include <string_view>

#include "cmos/error.h"
#include "publish/ports.h"

namespace cmos {

// The one scope that the Data API accepts for captions (captions.insert, "Authorization").
inline constexpr std::string_view kCaptionsScope =
    "https://www.googleapis.com/auth/youtube.force-ssl";

// What Google's "client_secret.json" says of the program.
struct OAuthClient {
  std::string client_id;
  std::string client_secret;
  std::string auth_uri;   // Where the user signs in.
  std::string token_uri;  // Where codes become tokens.
};

// Only the "installed" kind: the "web" kind has no loopback redirect. Rule: "client-secret".
Result<OAuthClient> parse_client_secret(std::string_view json);

// Where tokens are taken back: beside the token's address, as at Google
// (https://oauth2.googleapis.com/token and /revoke).
std::string revocation_url(const OAuthClient& client);

struct Tokens {
  std::string access;
  std::string refresh;
  std::chrono::sys_seconds expires{};  // The access token's end.
};

struct SignInRequest {
  std::string redirect_uri;  // http://127.0.0.1:PORT/
  std::string state;
  std::string verifier;  // Of PKCE; it never leaves the program before the code does.
};

// The address to open in a browser. It holds no secret.
std::string authorization_url(const OAuthClient& client, const SignInRequest& request);

// Rules: "sign-in-needed" (the service does not accept the code or the token), and those of
// Transport. A refreshed access token comes with the refresh token that it was made from, unless
// the service sends a new one.
Result<Tokens> exchange_code(Transport& transport, const Clock& clock, const OAuthClient& client,
                             const SignInRequest& request, const std::string& code);
Result<Tokens> refresh_tokens(Transport& transport, const Clock& clock, const OAuthClient& client,
                              const Tokens& tokens);

// A token that the service does not know any more counts as taken back.
Result<void> revoke_tokens(Transport& transport, const OAuthClient& client, const Tokens& tokens);

}  // namespace cmos
