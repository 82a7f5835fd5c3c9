// Requests in the name of who signed in: tokens are renewed, passing failures waited out, units
// counted.
#pragma once

#include <string>

#include "cmos/error.h"
#include "publish/ledger.h"
#include "publish/ports.h"
#include "publish/token_store.h"

namespace cmos {

// The objects that it is made from outlive it. One thread at a time.
class Session {
 public:
  Session(Transport& transport, Clock& clock, const TokenStore& store, Credentials credentials,
          QuotaLedger& ledger)
      : transport_(transport),
        clock_(clock),
        store_(store),
        credentials_(std::move(credentials)),
        ledger_(ledger) {}

  // Sends the request with the access token, renewed before if it is too old and once after a 401;
  // the new one is stored. What fails in passing (answers.h, "network") is tried up to four times,
  // after random waits below 1, 2 and 4 s, or as long as the service asks. Units are charged before
  // each try, and given back for what was not sent or was refused. Errors: those of Transport,
  // to_error(), refresh_tokens() and QuotaLedger::charge(). A request that is only_once is not sent
  // again when its answer was lost; then, and if it was tried again and the service says that it is
  // done already (409), the rule is "maybe-done".
  Result<HttpResponse> send(const HttpRequest& request, int units);

 private:
  Result<HttpResponse> send_authorized(HttpRequest request, int units);
  Result<HttpResponse> send_and_charge(const HttpRequest& request, int units);
  Result<void> renew();

  Transport& transport_;
  Clock& clock_;
  const TokenStore& store_;
  Credentials credentials_;
  QuotaLedger& ledger_;
};

}  // namespace cmos
