#include "publish/sign_in.h"

#include "base/atomic_file.h"
#include "publish/digest.h"
#include "publish/loopback.h"
#include "publish/storage.h"

namespace cmos {

namespace {

constexpr std::size_t kLargestClientSecret = 65'536;
constexpr std::chrono::minutes kPatience{5};
constexpr std::size_t kStateBytes = 16;
constexpr std::size_t kVerifierBytes = 32;  // 43 characters, as RFC 7636, section 4.1, advises.

}  // namespace

Result<OAuthClient> load_client_secret(const std::filesystem::path& file) {
  const auto text = read_file(file, kLargestClientSecret);
  if (text) return parse_client_secret(*text);
  if (text.error().rule != "not-found") return tl::unexpected(text.error());
  return tl::unexpected(
      Error{"there is no such file: make an OAuth client of the kind \"Desktop app\" and put its "
            "JSON here, or name it with --client-secret (docs/publishing.md)",
            "client-secret"});
}

Result<Tokens> sign_in(Transport& transport, const Clock& clock, CodeReceiver& receiver,
                       const OAuthClient& client,
                       const std::function<void(const std::string& url)>& show) {
  const SignInRequest request{receiver.redirect_uri(), random_text(kStateBytes),
                              random_text(kVerifierBytes)};
  show(authorization_url(client, request));
  const auto code = receiver.wait_for_code(request.state, kPatience);
  if (!code) return tl::unexpected(code.error());
  return exchange_code(transport, clock, client, request, *code);
}

std::filesystem::path client_secret_file(const SignInOptions& options) {
  return options.client_secret.empty() ? config_folder() / "client_secret.json"
                                       : options.client_secret;
}

Result<Credentials> sign_in_and_keep(Transport& transport, const Clock& clock,
                                     const TokenStore& store, const SignInOptions& options,
                                     const std::function<void(const std::string& url)>& show) {
  auto client = load_client_secret(client_secret_file(options));
  if (!client) return tl::unexpected(client.error());
  auto listener = LoopbackListener::open(options.port);
  if (!listener) return tl::unexpected(listener.error());
  auto tokens = sign_in(transport, clock, *listener, *client, show);
  if (!tokens) return tl::unexpected(tokens.error());
  Credentials credentials{std::move(*client), std::move(*tokens)};
  if (const auto saved = store.save(credentials); !saved) return tl::unexpected(saved.error());
  return credentials;
}

Result<Credentials> find_credentials(const TokenStore& store,
                                     const std::function<Result<Credentials>()>& ask) {
  auto kept = store.load();
  if (!kept) return tl::unexpected(kept.error());
  if (*kept) return std::move(**kept);
  if (ask) return ask();
  return tl::unexpected(
      Error{"nobody is signed in: run `cmos-captions login` first", "sign-in-needed"});
}

std::optional<Diagnostic> check_token_file(const TokenStore& store) {
  if (!is_open_to_others(store.file())) return std::nullopt;
  return make_diagnostic("token-readable", store.file().string(), std::nullopt,
                         "others may read the sign-in: run chmod 600 on the file");
}

SignOut sign_out(Transport& transport, const TokenStore& store) {
  const auto credentials = store.load();
  if (credentials && !*credentials) return {};
  SignOut result{true, {}, {}};
  result.revoked = credentials
                       ? revoke_tokens(transport, (*credentials)->client, (*credentials)->tokens)
                       : tl::unexpected(credentials.error());
  result.removed = store.remove();
  return result;
}

}  // namespace cmos
