// The program's end of the sign-in: a browser is sent to http://127.0.0.1:PORT/ with the code
// (RFC 8252, section 7.3).
#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <variant>

#include "base/file_descriptor.h"
#include "cmos/error.h"
#include "publish/ports.h"

namespace cmos {

// What the first line of a browser's request says.
struct SignInCode {
  std::string code;
};
struct SignInDenied {
  std::string reason;  // "access_denied"
};
struct NotForUs {};  // Another path, another program's state, no HTTP at all.
using RedirectAnswer = std::variant<NotForUs, SignInCode, SignInDenied>;

// `head` is an HTTP request's beginning, "GET /?code=...&state=... HTTP/1.1". Any text is allowed.
RedirectAnswer read_redirect(std::string_view head, std::string_view state);

// A socket that only this machine reaches. One thread at a time.
class LoopbackListener : public CodeReceiver {
 public:
  // Port 0: any free one. Rule: "sign-in-port".
  static Result<LoopbackListener> open(std::uint16_t port);

  std::string redirect_uri() const override;
  Result<std::string> wait_for_code(std::string_view state, std::chrono::seconds patience) override;

 private:
  LoopbackListener(FileDescriptor socket, std::uint16_t port)
      : socket_(std::move(socket)), port_(port) {}
  FileDescriptor socket_;
  std::uint16_t port_;
};

}  // namespace cmos
