// A clock that nobody waits for, and a service that answers what the test has laid down.
#pragma once

#include <fmt/format.h>

#include <chrono>
#include <deque>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "publish/ports.h"
#include "publish/token_store.h"

// Noon in California, summer time.
inline constexpr std::chrono::sys_seconds kNoon =
    std::chrono::sys_days(std::chrono::year(2026) / 7 / 15) + std::chrono::hours(19);

class FakeClock : public cmos::Clock {
 public:
  std::chrono::sys_seconds time = kNoon;
  std::vector<std::chrono::milliseconds> waits;

  std::chrono::sys_seconds now() const override { return time; }
  void wait(std::chrono::milliseconds span) override {
    waits.push_back(span);
    time += std::chrono::ceil<std::chrono::seconds>(span);
  }
};

class FakeTransport : public cmos::Transport {
 public:
  std::vector<cmos::HttpRequest> requests;

  FakeTransport& answer(long status, std::string body, std::chrono::seconds retry_after = {}) {
    cmos::HttpResponse response;
    response.status = status;
    response.retry_after = retry_after;
    response.body = std::move(body);
    answers_.emplace_back(std::move(response));
    return *this;
  }
  FakeTransport& fail(cmos::RuleName rule) {
    answers_.emplace_back(tl::unexpected(cmos::Error{"failed", rule}));
    return *this;
  }

  cmos::Result<cmos::HttpResponse> send(const cmos::HttpRequest& request) override {
    requests.push_back(request);
    if (answers_.empty()) throw std::logic_error("nobody expected " + request.url);
    auto answer = std::move(answers_.front());
    answers_.pop_front();
    return answer;
  }

  // What was called since the last time, "GET /youtube/v3/captions" and the like.
  std::vector<std::string> take_calls() {
    std::vector<std::string> calls;
    for (const auto& request : requests) {
      const auto path = request.url.substr(request.url.find('/', std::string("https://").size()));
      calls.push_back(request.method + ' ' + path.substr(0, path.find('?')));
    }
    requests.clear();
    return calls;
  }
  std::size_t left() const { return answers_.size(); }

 private:
  std::deque<cmos::Result<cmos::HttpResponse>> answers_;
};

inline cmos::Credentials credentials_until(std::chrono::sys_seconds expires) {
  return {{"id", "secret", "https://accounts.test/auth", "https://accounts.test/token"},
          {"old-access", "refresh", expires}};
}

inline std::string refusal(int code, const std::string& reason) {
  return fmt::format(
      R"({{"error": {{"code": {}, "message": "m", "errors": [{{"reason": "{}"}}]}}}})", code,
      reason);
}

inline const std::string kNewToken = R"({"access_token": "new-access", "expires_in": 3600})";
