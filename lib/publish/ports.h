// What publishing needs of the world around it. system_ports.h has the real ones; tests hand in
// others.
#pragma once

#include <chrono>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "cmos/error.h"

namespace cmos {

// Tells the time, and waits.
class Clock {
 public:
  virtual ~Clock() = default;
  virtual std::chrono::sys_seconds now() const = 0;
  virtual void wait(std::chrono::milliseconds time) = 0;
};

// The largest answer with JSON is videos.list's: 50 videos, each with a description of 5,000 bytes
// (Data API, videos, snippet.description), twice (snippet.localized), of which JSON may make three
// times as much: 1.5 MB.
inline constexpr std::size_t kLargestAnswer = std::size_t{4} << 20U;

struct HttpRequest {
  std::string method = "GET";
  std::string url;
  std::vector<std::string> headers;  // "Name: value".
  std::string body;                  // Sent if it is not empty or the method is POST or PUT.
  bool only_once = false;            // Not safe to repeat: goes over a connection of its own.
  std::size_t largest_answer = kLargestAnswer;  // In bytes; more is an error.
};

struct HttpResponse {
  long status = 0;
  std::chrono::seconds retry_after{0};  // 0 where the header is missing or gives no seconds.
  std::string body;
};

// Carries a request to a server and its answer back. One thread at a time.
class Transport {
 public:
  virtual ~Transport() = default;
  // Any answer but a redirect is a response. Rules of errors: "network" (no connection, or no whole
  // answer: what was asked for may have been done), "certificate", "redirect", "unsafe-address"
  // (url.h), "libcurl-missing", "youtube-answer" (larger than it may be). No message tells headers,
  // the body or the address' query.
  virtual Result<HttpResponse> send(const HttpRequest& request) = 0;
};

// Where a browser brings the code of a sign-in to.
class CodeReceiver {
 public:
  virtual ~CodeReceiver() = default;
  virtual std::string redirect_uri() const = 0;
  // Waits past whatever comes without this state. Rule: "sign-in-needed" (access was denied, or
  // nobody came in time).
  virtual Result<std::string> wait_for_code(std::string_view state,
                                            std::chrono::seconds patience) = 0;
};

}  // namespace cmos
