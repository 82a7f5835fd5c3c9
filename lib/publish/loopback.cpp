#include "publish/loopback.h"

#include <arpa/inet.h>
#include <fmt/format.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <system_error>
#include <utility>

#include "publish/parameters.h"

namespace cmos {

namespace {

using Steady = std::chrono::steady_clock;

constexpr std::size_t kLongestHead = 16'384;
constexpr std::chrono::seconds kSlowBrowser{5};  // For the request of one connection.

bool is_readable(int descriptor, Steady::time_point until) {
  const auto left = std::chrono::ceil<std::chrono::milliseconds>(until - Steady::now()).count();
  pollfd waiting{descriptor, POLLIN, 0};
  return left > 0 && ::poll(&waiting, 1, static_cast<int>(left)) > 0;
}

// Up to the blank line behind the headers.
std::string read_head(int connection) {
  const auto until = Steady::now() + kSlowBrowser;
  std::string head;
  std::array<char, 2048> buffer{};
  while (head.size() < kLongestHead && head.find("\r\n\r\n") == std::string::npos &&
         is_readable(connection, until)) {
    const auto count = ::recv(connection, buffer.data(), buffer.size(), 0);
    if (count <= 0) break;
    head.append(buffer.data(), static_cast<std::size_t>(count));
  }
  return head;
}

void answer(int connection, std::string_view status, std::string_view text) {
  const auto page = fmt::format(
      "<!DOCTYPE html><html lang=\"en\"><meta charset=\"utf-8\"><title>cmos-captions</title>"
      "<p>{}</p></html>\n",
      text);
  const auto response = fmt::format(
      "HTTP/1.1 {}\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: {}\r\n"
      "Cache-Control: no-store\r\nReferrer-Policy: no-referrer\r\nConnection: close\r\n\r\n{}",
      status, page.size(), page);
  (void)::send(connection, response.data(), response.size(), MSG_NOSIGNAL);
  ::shutdown(connection, SHUT_WR);
}

RedirectAnswer serve(int connection, std::string_view state) {
  auto redirect = read_redirect(read_head(connection), state);
  if (std::holds_alternative<SignInCode>(redirect)) {
    answer(connection, "200 OK", "Signed in. This page may be closed.");
  } else if (std::holds_alternative<SignInDenied>(redirect)) {
    answer(connection, "200 OK", "Not signed in: access was refused. This page may be closed.");
  } else {
    answer(connection, "400 Bad Request", "This is no answer to the sign-in that is under way.");
  }
  return redirect;
}

}  // namespace

RedirectAnswer read_redirect(std::string_view head, std::string_view state) {
  constexpr std::string_view kBegin = "GET /?";
  const auto line = head.substr(0, head.find("\r\n"));
  if (!line.starts_with(kBegin) || !line.ends_with(" HTTP/1.1")) return NotForUs{};
  auto query = line.substr(kBegin.size());
  query = query.substr(0, query.find_first_of(" #"));
  const auto parameters = decode_parameters(query);
  const auto value = [&](const char* name) {
    const auto found = parameters.find(name);
    return found == parameters.end() ? std::string() : found->second;
  };
  if (state.empty() || value("state") != state) return NotForUs{};
  if (const auto code = value("code"); !code.empty()) return SignInCode{code};
  if (const auto reason = value("error"); !reason.empty()) return SignInDenied{reason};
  return NotForUs{};
}

Result<LoopbackListener> LoopbackListener::open(std::uint16_t port) {
  const int socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  LoopbackListener listener(socket, port);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  address.sin_port = htons(port);
  socklen_t size = sizeof address;
  const int reuse = 1;
  ::setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &reuse, sizeof reuse);
  // NOLINTNEXTLINE(cppcoreguidelines-pro-type-reinterpret-cast): the socket interface wants it.
  auto* generic = reinterpret_cast<sockaddr*>(&address);
  if (socket < 0 || ::bind(socket, generic, size) != 0 || ::listen(socket, 8) != 0 ||
      ::getsockname(socket, generic, &size) != 0) {
    return tl::unexpected(Error{fmt::format("cannot listen on port {} of this machine: {}", port,
                                            std::generic_category().message(errno)),
                                "sign-in-port"});
  }
  listener.port_ = ntohs(address.sin_port);
  return listener;
}

LoopbackListener::LoopbackListener(LoopbackListener&& other) noexcept
    : socket_(std::exchange(other.socket_, -1)), port_(other.port_) {}

LoopbackListener& LoopbackListener::operator=(LoopbackListener&& other) noexcept {
  std::swap(socket_, other.socket_);
  std::swap(port_, other.port_);
  return *this;
}

LoopbackListener::~LoopbackListener() {
  if (socket_ >= 0) ::close(socket_);
}

std::string LoopbackListener::redirect_uri() const {
  return fmt::format("http://127.0.0.1:{}/", port_);
}

Result<std::string> LoopbackListener::wait_for_code(std::string_view state,
                                                    std::chrono::seconds patience) {
  const auto until = Steady::now() + patience;
  while (is_readable(socket_, until)) {
    const int connection = ::accept4(socket_, nullptr, nullptr, SOCK_CLOEXEC);
    if (connection < 0) continue;
    auto redirect = serve(connection, state);
    ::close(connection);
    if (auto* code = std::get_if<SignInCode>(&redirect)) return std::move(code->code);
    if (std::holds_alternative<SignInDenied>(redirect))
      return tl::unexpected(Error{"access was refused in the browser", "sign-in-needed"});
  }
  return tl::unexpected(Error{"nobody signed in", "sign-in-needed"});
}

}  // namespace cmos
