#include "sign_in_command.h"

#include <ostream>
#include <string>

#include "cmos/visible_text.h"
#include "colour.h"
#include "exit_code.h"

namespace cmos {

namespace {

void print(std::ostream& err, const Error& error, const std::string& file) {
  err << diagnostic_line(to_diagnostic(error, file), err);
}

}  // namespace

Result<std::filesystem::path> ask_to_sign_in(const SignInOptions& options, std::ostream& out) {
  const auto show = [&](const std::string& url) {
    out << "To sign in, open this address in a browser on this machine:\n\n  " << url
        << "\n\nWaiting for the browser ..." << std::endl;
  };
  auto file = sign_in(options, show);
  if (file) {
    out << "Signed in. " << visible_text(file->string())
        << " keeps it; `cmos-captions logout` takes it back.\n";
  }
  return file;
}

int run_login(const SignInOptions& options, std::ostream& out, std::ostream& err) {
  const auto kept = ask_to_sign_in(options, out);
  if (kept) return kSuccess;
  const auto& error = kept.error();
  print(err, error, error.rule == "client-secret" ? client_secret_file(options).string() : "login");
  return exit_code_of(error.rule->failure);
}

int run_logout(std::ostream& out, std::ostream& err) {
  const auto [was_signed_in, revoked, removed] = sign_out();
  if (!was_signed_in) {
    out << "Nobody is signed in.\n";
    return kSuccess;
  }
  if (!revoked) {
    print(err, revoked.error(), "logout");
    err << "logout: note: the sign-in is removed here, but Google may still know it: "
           "myaccount.google.com/permissions takes it back\n";
    return exit_code_of(revoked.error().rule->failure);
  }
  if (!removed) {
    print(err, removed.error(), "logout");
    return exit_code_of(removed.error().rule->failure);
  }
  out << "Signed out.\n";
  return kSuccess;
}

}  // namespace cmos
