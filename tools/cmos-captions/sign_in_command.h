// `cmos-captions login` and `logout`, and what they share with `upload`.
#pragma once

#include <iosfwd>

#include "base/error.h"
#include "publish/sign_in.h"

namespace cmos {

// Each returns the exit code.
int run_login(const SignInOptions& options, std::ostream& out, std::ostream& err);
int run_logout(std::ostream& out, std::ostream& err);

// Shows the address to open, opens a browser where there is one, and keeps the sign-in.
Result<Credentials> ask_to_sign_in(const SignInOptions& options, const TokenStore& store,
                                   std::ostream& out);

}  // namespace cmos
