// `cmos-captions login` and `logout`, and what they share with `upload`.
#pragma once

#include <cstdint>
#include <filesystem>
#include <iosfwd>

#include "base/error.h"
#include "publish/token_store.h"

namespace cmos {

struct LoginOptions {
  std::filesystem::path client_secret;  // Empty: client_secret.json in the configuration's folder.
  std::uint16_t port = 0;               // Of the redirect; 0: any free one.
};

// Each returns the exit code.
int run_login(const LoginOptions& options, std::ostream& out, std::ostream& err);
int run_logout(std::ostream& out, std::ostream& err);

// Shows the address to open, opens a browser where there is one, and keeps the sign-in.
Result<Credentials> sign_in_and_keep(const LoginOptions& options, const TokenStore& store,
                                     std::ostream& out);

}  // namespace cmos
