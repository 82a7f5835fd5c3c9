#include "sign_in_command.h"

#include <fcntl.h>
#include <spawn.h>
#include <unistd.h>

#include <array>
#include <cstdlib>
#include <ostream>
#include <string>

#include "base/atomic_file.h"
#include "base/diagnostic.h"
#include "exit_code.h"
#include "publish/sign_in.h"
#include "publish/storage.h"

namespace cmos {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t kLargestClientSecret = 65'536;

void print(std::ostream& err, const Error& error, const std::string& file) {
  err << to_string(to_diagnostic(error, file)) << '\n';
}

fs::path client_secret_file(const LoginOptions& options) {
  return options.client_secret.empty() ? config_folder() / "client_secret.json"
                                       : options.client_secret;
}

bool is_set(const char* variable) {
  const char* value = std::getenv(variable);
  return value != nullptr && *value != '\0';
}

// Where there is no desktop, or no browser in it, the address that was printed must do.
void open_browser(std::string url) {
  if (!is_set("DISPLAY") && !is_set("WAYLAND_DISPLAY")) return;
  posix_spawn_file_actions_t files;
  ::posix_spawn_file_actions_init(&files);
  for (const int descriptor : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO})
    ::posix_spawn_file_actions_addopen(&files, descriptor, "/dev/null", O_RDWR, 0);
  std::string program = "xdg-open";
  const std::array<char*, 3> arguments{program.data(), url.data(), nullptr};
  pid_t child = 0;
  (void)::posix_spawnp(&child, program.c_str(), &files, nullptr, arguments.data(), environ);
  ::posix_spawn_file_actions_destroy(&files);
}

Result<OAuthClient> load_client(const fs::path& file) {
  const auto text = read_file(file, kLargestClientSecret);
  if (text) return parse_client_secret(*text);
  if (text.error().rule != "not-found") return tl::unexpected(text.error());
  return tl::unexpected(
      Error{"there is no such file: make an OAuth client of the kind \"Desktop app\" and put its "
            "JSON here, or name it with --client-secret (docs/publishing.md)",
            "client-secret"});
}

}  // namespace

Result<Credentials> sign_in_and_keep(const LoginOptions& options, const TokenStore& store,
                                     std::ostream& out) {
  auto client = load_client(client_secret_file(options));
  if (!client) return tl::unexpected(client.error());
  HttpClient http;
  auto tokens = sign_in(http, *client, options.port, [&](const std::string& url) {
    out << "To sign in, open this address in a browser on this machine:\n\n  " << url
        << "\n\nWaiting for the browser ..." << std::endl;
    open_browser(url);
  });
  if (!tokens) return tl::unexpected(tokens.error());
  Credentials credentials{std::move(*client), std::move(*tokens)};
  if (const auto saved = store.save(credentials); !saved) return tl::unexpected(saved.error());
  out << "Signed in. " << store.file().string()
      << " keeps it; `cmos-captions logout` takes it back.\n";
  return credentials;
}

int run_login(const LoginOptions& options, std::ostream& out, std::ostream& err) {
  const auto credentials = sign_in_and_keep(options, TokenStore(config_folder()), out);
  if (credentials) return kSuccess;
  print(
      err, credentials.error(),
      credentials.error().rule == "client-secret" ? client_secret_file(options).string() : "login");
  return exit_code_of(credentials.error().rule->failure);
}

int run_logout(std::ostream& out, std::ostream& err) {
  const TokenStore store(config_folder());
  const auto credentials = store.load();
  if (credentials && !*credentials) {
    out << "Nobody is signed in.\n";
    return kSuccess;
  }
  HttpClient http;
  const auto revoked = credentials
                           ? revoke_tokens(http, (*credentials)->client, (*credentials)->tokens)
                           : tl::unexpected(credentials.error());
  // The file goes in any case: who logs out must not be left signed in here.
  const auto removed = store.remove();
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
