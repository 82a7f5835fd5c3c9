// `cmos-captions login` and `logout`, and what they share with `upload`.
#pragma once

#include <filesystem>
#include <iosfwd>

#include "cmos/publish.h"

namespace cmos {

// Each returns the exit code.
int run_login(const SignInOptions& options, std::ostream& out, std::ostream& err);
int run_logout(std::ostream& out, std::ostream& err);

// sign_in(), telling what to do and what was done.
Result<std::filesystem::path> ask_to_sign_in(const SignInOptions& options, std::ostream& out);

}  // namespace cmos
