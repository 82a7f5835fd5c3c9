// Requests over HTTP, by libcurl: only to safe addresses, never redirected, certificates verified.
#pragma once

#include <memory>

#include "publish/ports.h"

namespace cmos {

// Keeps connections open between requests.
class HttpClient : public Transport {
 public:
  Result<HttpResponse> send(const HttpRequest& request) override;

 private:
  struct Closer {
    void operator()(void* handle) const;
  };
  std::unique_ptr<void, Closer> handle_;
};

}  // namespace cmos
