#include "publish/http.h"

#include <arpa/inet.h>
#include <fmt/format.h>
#include <netinet/in.h>
#include <sys/socket.h>

#include <array>
#include <catch2/catch.hpp>
#include <cstddef>
#include <string>
#include <thread>

#include "base/file_descriptor.h"

using namespace cmos;

namespace {

// Answers one request with that many bytes.
class Server {
 public:
  explicit Server(std::size_t size) : socket_(::socket(AF_INET, SOCK_STREAM, 0)) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t length = sizeof address;
    auto* generic = reinterpret_cast<sockaddr*>(&address);
    REQUIRE(::bind(socket_.number(), generic, length) == 0);
    REQUIRE(::listen(socket_.number(), 1) == 0);
    REQUIRE(::getsockname(socket_.number(), generic, &length) == 0);
    url_ = fmt::format("http://127.0.0.1:{}/", ntohs(address.sin_port));
    thread_ = std::jthread([this, size] { serve(size); });
  }
  const std::string& url() const { return url_; }

 private:
  void serve(std::size_t size) const {
    const FileDescriptor connection(::accept(socket_.number(), nullptr, nullptr));
    std::array<char, 4096> request{};
    (void)::recv(connection.number(), request.data(), request.size(), 0);
    const auto answer =
        fmt::format("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n{}", std::string(size, '['));
    (void)::send(connection.number(), answer.data(), answer.size(), MSG_NOSIGNAL);
  }

  FileDescriptor socket_;
  std::string url_;
  std::jthread thread_;
};

Result<HttpResponse> fetch(std::size_t size) {
  const Server server(size);
  HttpRequest request;
  request.url = server.url();
  request.largest_answer = 1'000'000;
  return HttpClient().send(request);
}

}  // namespace

TEST_CASE("an answer may have so many bytes, and not one more") {
  CHECK(fetch(1'000'000).value().body.size() == 1'000'000);
  const auto larger = fetch(1'000'001);
  REQUIRE_FALSE(larger);
  CHECK(larger.error().rule.name() == "youtube-answer");
}
