// Signing in, from the address to open to the tokens.
#pragma once

#include <cstdint>
#include <functional>
#include <string>

#include "base/error.h"
#include "publish/http.h"
#include "publish/oauth.h"

namespace cmos {

// Listens on the port (0: any), hands the address to open to `show`, waits at most five minutes for
// the browser. Rules: "sign-in-port", "sign-in-needed", those of HttpClient.
Result<Tokens> sign_in(HttpClient& http, const OAuthClient& client, std::uint16_t port,
                       const std::function<void(const std::string& url)>& show);

}  // namespace cmos
