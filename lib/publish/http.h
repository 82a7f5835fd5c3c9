// Requests over HTTP, by libcurl: only to safe addresses, never redirected, certificates verified.
#pragma once

#include <chrono>
#include <memory>
#include <string>
#include <vector>

#include "base/error.h"

namespace cmos {

struct HttpRequest {
  std::string method = "GET";
  std::string url;
  std::vector<std::string> headers;  // "Name: value".
  std::string body;                  // Sent if it is not empty or the method is POST or PUT.
  bool only_once = false;            // Not safe to repeat: goes over a connection of its own.
};

struct HttpResponse {
  long status = 0;
  std::chrono::seconds retry_after{0};  // 0 where the header is missing or gives no seconds.
  std::string body;
};

// Keeps connections open between requests. One thread at a time.
class HttpClient {
 public:
  // Any answer but a redirect is a response. Rules of errors: "network" (no connection, or no whole
  // answer: what was asked for may have been done), "certificate", "redirect",
  // "unsafe-address" (is_safe_url() of url.h), "libcurl-missing". No message tells headers, the
  // body or the address' query.
  Result<HttpResponse> send(const HttpRequest& request);

 private:
  struct Closer {
    void operator()(void* handle) const;
  };
  std::unique_ptr<void, Closer> handle_;
};

}  // namespace cmos
