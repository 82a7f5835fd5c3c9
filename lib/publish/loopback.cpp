#include "publish/loopback.h"

#include <arpa/inet.h>
#include <fmt/format.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstddef>
#include <system_error>
#include <utility>
#include <vector>

#include "publish/parameters.h"

namespace cmos {

namespace {

using Steady = std::chrono::steady_clock;

constexpr std::size_t kLongestHead = 16'384;
constexpr std::size_t kMostConnections = 64;  // Browsers open some in advance, and leave them idle.

// One browser's, and what it has sent so far.
struct Connection {
  FileDescriptor socket;
  std::string head;
};

// Reads what is there. Whether there is a whole head, up to the blank line behind it, or will never
// be one.
bool read_head(Connection& connection) {
  std::array<char, 2048> buffer{};
  const auto count = ::recv(connection.socket.number(), buffer.data(), buffer.size(), MSG_DONTWAIT);
  if (count < 0 && (errno == EAGAIN || errno == EINTR)) return false;
  if (count <= 0) return true;
  connection.head.append(buffer.data(), static_cast<std::size_t>(count));
  return connection.head.size() >= kLongestHead ||
         connection.head.find("\r\n\r\n") != std::string::npos;
}

// Waits until there is something to read from the listener, which comes first, or a connection.
std::vector<pollfd> wait_for(int listener, const std::vector<Connection>& connections,
                             Steady::time_point until) {
  std::vector<pollfd> waiting{{listener, POLLIN, 0}};
  waiting.reserve(connections.size() + 1);
  for (const auto& connection : connections)
    waiting.push_back({connection.socket.number(), POLLIN, 0});
  const auto left = std::chrono::ceil<std::chrono::milliseconds>(until - Steady::now()).count();
  if (::poll(waiting.data(), waiting.size(), static_cast<int>(std::max(left, decltype(left){0}))) <=
      0)
    for (auto& each : waiting) each.revents = 0;
  return waiting;
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
  (void)::send(connection, response.data(), response.size(), MSG_NOSIGNAL | MSG_DONTWAIT);
  ::shutdown(connection, SHUT_WR);
}

RedirectAnswer serve(const Connection& from, std::string_view state) {
  const int connection = from.socket.number();
  auto redirect = read_redirect(from.head, state);
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
  const int socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
  LoopbackListener listener(FileDescriptor(socket), port);
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

std::string LoopbackListener::redirect_uri() const {
  return fmt::format("http://127.0.0.1:{}/", port_);
}

Result<std::string> LoopbackListener::wait_for_code(std::string_view state,
                                                    std::chrono::seconds patience) {
  const auto until = Steady::now() + patience;
  std::vector<Connection> connections;
  while (Steady::now() < until) {
    const auto ready = wait_for(socket_.number(), connections, until);
    for (auto i = connections.size(); i > 0; --i) {
      auto& connection = connections[i - 1];
      if (ready[i].revents == 0 || !read_head(connection)) continue;
      auto redirect = serve(connection, state);
      connections.erase(connections.begin() + static_cast<std::ptrdiff_t>(i - 1));
      if (auto* code = std::get_if<SignInCode>(&redirect)) return std::move(code->code);
      if (std::holds_alternative<SignInDenied>(redirect))
        return tl::unexpected(Error{"access was refused in the browser", "sign-in-needed"});
    }
    if (ready[0].revents == 0) continue;
    FileDescriptor socket(::accept4(socket_.number(), nullptr, nullptr, SOCK_CLOEXEC));
    if (!socket) continue;
    if (connections.size() == kMostConnections) connections.erase(connections.begin());
    connections.push_back({std::move(socket), {}});
  }
  return tl::unexpected(Error{"nobody signed in", "sign-in-needed"});
}

}  // namespace cmos
