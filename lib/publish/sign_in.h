// Signing in and out: from the client's file to the tokens on disk, and back.
#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <string>

#include "cmos/diagnostic.h"
#include "cmos/error.h"
#include "cmos/publish.h"
#include "publish/oauth.h"
#include "publish/ports.h"
#include "publish/token_store.h"

namespace cmos {

// Reads Google's JSON. Rules: "client-secret", those of read_file().
Result<OAuthClient> load_client_secret(const std::filesystem::path& file);

// Hands the address to open to `show`, waits at most five minutes for the browser. Rules:
// "sign-in-needed", those of Transport.
Result<Tokens> sign_in(Transport& transport, const Clock& clock, CodeReceiver& receiver,
                       const OAuthClient& client,
                       const std::function<void(const std::string& url)>& show);

// The same with the client's file read, a port of this machine opened, and the tokens kept. Also
// the rules of load_client_secret(), "sign-in-port", "write-failed".
Result<Credentials> sign_in_and_keep(Transport& transport, const Clock& clock,
                                     const TokenStore& store, const SignInOptions& options,
                                     const std::function<void(const std::string& url)>& show);

// What the store keeps; if that is nothing, what `ask` says, if it is given. Rule:
// "sign-in-needed".
Result<Credentials> find_credentials(const TokenStore& store,
                                     const std::function<Result<Credentials>()>& ask);

// Others may read the sign-in: a warning, "token-readable".
std::optional<Diagnostic> check_token_file(const TokenStore& store);

// Takes back and removes what the store keeps.
SignOut sign_out(Transport& transport, const TokenStore& store);

}  // namespace cmos
