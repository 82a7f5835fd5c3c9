#include "publish/session.h"

#include <chrono>
#include <random>
#include <utility>

#include "publish/answers.h"
#include "publish/quota.h"

namespace cmos {

namespace {

using std::chrono::milliseconds;

constexpr int kTries = 4;
constexpr std::chrono::seconds kLongestWait{60};  // A service that asks for more is asked later.

// Exponential backoff with full jitter.
milliseconds backoff(int failures) {
  std::random_device random;
  std::uniform_int_distribution<int> spread(0, 1000 << (failures - 1));
  return milliseconds(spread(random));
}

}  // namespace

Result<void> Session::renew() {
  auto tokens = refresh_tokens(transport_, clock_, credentials_.client, credentials_.tokens);
  if (!tokens) return tl::unexpected(tokens.error());
  credentials_.tokens = std::move(*tokens);
  return store_.save(credentials_);
}

Result<HttpResponse> Session::send_and_charge(const HttpRequest& request, int units) {
  if (const auto charged = ledger_.charge(units); !charged) return tl::unexpected(charged.error());
  auto response = transport_.send(request);
  // What failed at the service may have been done all the same.
  const bool is_refused = response && response->status >= 400 && response->status < 500;
  const bool is_unsent = !response && response.error().rule != "network";
  if (is_refused) ledger_.give_back(units - kRefusedUnits);
  if (is_unsent) ledger_.give_back(units);
  return response;
}

Result<HttpResponse> Session::send_authorized(HttpRequest request, int units) {
  if (credentials_.tokens.expires <= clock_.now()) {
    if (auto renewed = renew(); !renewed) return tl::unexpected(renewed.error());
  }
  request.headers.push_back("Authorization: Bearer " + credentials_.tokens.access);
  auto response = send_and_charge(request, units);
  if (!response || response->status != 401) return response;
  if (auto renewed = renew(); !renewed) return tl::unexpected(renewed.error());
  request.headers.back() = "Authorization: Bearer " + credentials_.tokens.access;
  return send_and_charge(request, units);
}

Result<HttpResponse> Session::send(const HttpRequest& request, int units) {
  for (int tries = 1;; ++tries) {
    auto response = send_authorized(request, units);
    if (response && response->status < 400) return response;
    auto error = response ? to_error(*response) : response.error();
    const bool is_lost = !response && error.rule == "network";
    const bool is_done_already = response && response->status == 409 && tries > 1;
    if (request.only_once && (is_lost || is_done_already)) error.rule = "maybe-done";
    const auto asked = response ? response->retry_after : std::chrono::seconds(0);
    const bool can_wait = tries < kTries && asked <= kLongestWait;
    if (error.rule != "network" || !can_wait) return tl::unexpected(std::move(error));
    clock_.wait(asked.count() > 0 ? milliseconds(asked) : backoff(tries));
  }
}

}  // namespace cmos
