#include "sign_in_command.h"

#include <ostream>
#include <string>

#include "base/diagnostic.h"
#include "exit_code.h"
#include "publish/http.h"
#include "publish/storage.h"
#include "publish/system_ports.h"

namespace cmos {

namespace {

void print(std::ostream& err, const Error& error, const std::string& file) {
  err << to_string(to_diagnostic(error, file)) << '\n';
}

}  // namespace

Result<Credentials> ask_to_sign_in(const SignInOptions& options, const TokenStore& store,
                                   std::ostream& out) {
  HttpClient http;
  const auto show = [&](const std::string& url) {
    out << "To sign in, open this address in a browser on this machine:\n\n  " << url
        << "\n\nWaiting for the browser ..." << std::endl;
    open_browser(url);
  };
  auto credentials = sign_in_and_keep(http, SystemClock(), store, options, show);
  if (credentials) {
    out << "Signed in. " << store.file().string()
        << " keeps it; `cmos-captions logout` takes it back.\n";
  }
  return credentials;
}

int run_login(const SignInOptions& options, std::ostream& out, std::ostream& err) {
  const auto credentials = ask_to_sign_in(options, TokenStore(config_folder()), out);
  if (credentials) return kSuccess;
  print(
      err, credentials.error(),
      credentials.error().rule == "client-secret" ? client_secret_file(options).string() : "login");
  return exit_code_of(credentials.error().rule->failure);
}

int run_logout(std::ostream& out, std::ostream& err) {
  HttpClient http;
  const auto [was_signed_in, revoked, removed] = sign_out(http, TokenStore(config_folder()));
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
