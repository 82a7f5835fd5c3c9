#include "publish/sign_in.h"

#include <fmt/format.h>

#include "publish/digest.h"
#include "publish/loopback.h"

namespace cmos {

namespace {

constexpr std::chrono::minutes kPatience{5};
constexpr std::size_t kStateBytes = 16;
constexpr std::size_t kVerifierBytes = 32;  // 43 characters, as RFC 7636, section 4.1, advises.

}  // namespace

Result<Tokens> sign_in(HttpClient& http, const OAuthClient& client, std::uint16_t port,
                       const std::function<void(const std::string& url)>& show) {
  auto listener = LoopbackListener::open(port);
  if (!listener) return tl::unexpected(listener.error());
  const SignInRequest request{fmt::format("http://127.0.0.1:{}/", listener->port()),
                              random_text(kStateBytes), random_text(kVerifierBytes)};
  show(authorization_url(client, request));
  const auto code = listener->wait_for_code(request.state, kPatience);
  if (!code) return tl::unexpected(code.error());
  return exchange_code(http, client, request, *code);
}

}  // namespace cmos
