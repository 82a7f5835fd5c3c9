#include "publish/loopback.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>

#include <catch2/catch.hpp>
#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/file_descriptor.h"

using namespace cmos;

namespace {

// A browser's connection, which has sent that much.
FileDescriptor connect(const LoopbackListener& listener, std::string_view sent) {
  const auto uri = listener.redirect_uri();
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  address.sin_port = htons(static_cast<std::uint16_t>(std::stoi(uri.substr(uri.rfind(':') + 1))));
  FileDescriptor socket(::socket(AF_INET, SOCK_STREAM, 0));
  REQUIRE(::connect(socket.number(), reinterpret_cast<sockaddr*>(&address), sizeof address) == 0);
  REQUIRE(::send(socket.number(), sent.data(), sent.size(), 0) ==
          static_cast<ssize_t>(sent.size()));
  return socket;
}

std::string received(const FileDescriptor& socket) {
  std::string all(1'000, '\0');
  const auto count = ::recv(socket.number(), all.data(), all.size(), MSG_WAITALL);
  all.resize(count < 0 ? 0 : static_cast<std::size_t>(count));
  return all;
}

const std::string kCode = "GET /?state=s&code=c HTTP/1.1\r\nHost: x\r\n\r\n";

}  // namespace

TEST_CASE("the code comes past connections that are idle, half or not for us") {
  auto listener = LoopbackListener::open(0).value();
  std::vector<FileDescriptor> others;
  for (const auto* sent : {"", "", "", "", "GET /?state=s&co"})
    others.push_back(connect(listener, sent));
  const auto strange = connect(listener, "GET /favicon.ico HTTP/1.1\r\n\r\n");
  const auto browser = connect(listener, kCode);
  // Less than the 5 s for each idle one would come to, and no measure: it comes at once.
  const auto code = listener.wait_for_code("s", std::chrono::seconds(20));
  REQUIRE(code);
  CHECK(*code == "c");
  CHECK(received(browser).starts_with("HTTP/1.1 200 OK\r\n"));
}

TEST_CASE("what is not for us is answered, and waited past") {
  auto listener = LoopbackListener::open(0).value();
  const auto strange = connect(listener, "GET /?state=other&code=c HTTP/1.1\r\n\r\n");
  const auto endless = connect(listener, std::string(16'384, 'x'));
  CHECK(listener.wait_for_code("s", std::chrono::seconds(1)).error().rule.name() ==
        "sign-in-needed");
  CHECK(received(strange).starts_with("HTTP/1.1 400 Bad Request\r\n"));
  CHECK(received(endless).starts_with("HTTP/1.1 400 Bad Request\r\n"));
}
