#include "publish/url.h"

#include <arpa/inet.h>
#include <fmt/format.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <rapidcheck/catch.h>
#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "publish/http.h"

using namespace cmos;

namespace {

// Listens on an address of this machine; nothing answers.
class Ear {
 public:
  explicit Ear(const char* host) : socket_(::socket(AF_INET, SOCK_STREAM, 0)) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    REQUIRE(::inet_pton(AF_INET, host, &address.sin_addr) == 1);
    socklen_t size = sizeof address;
    auto* generic = reinterpret_cast<sockaddr*>(&address);
    REQUIRE(::bind(socket_, generic, size) == 0);
    REQUIRE(::listen(socket_, 1) == 0);
    REQUIRE(::getsockname(socket_, generic, &size) == 0);
    port_ = ntohs(address.sin_port);
  }
  ~Ear() { ::close(socket_); }
  Ear(const Ear&) = delete;
  Ear& operator=(const Ear&) = delete;

  int port() const { return port_; }
  bool was_called() const {
    pollfd waiting{socket_, POLLIN, 0};
    return ::poll(&waiting, 1, 0) > 0;
  }

 private:
  int socket_;
  int port_ = 0;
};

}  // namespace

TEST_CASE("https is safe anywhere, http to this machine only") {
  for (const auto* url :
       {"https://youtube.googleapis.com/x", "http://127.0.0.1:80/", "http://[::1]/",
        "http://localhost", "https://localhost:1/?a=b", "HTTP://127.0.0.1/"}) {
    CAPTURE(url);
    CHECK(SafeUrl::parse(url));
  }
  for (const auto* url :
       {"http://example.org/", "http://127.0.0.1.example.org/", "http://127.0.0.2/",
        "http://[::2]/", "ftp://127.0.0.1/", "file:///etc/passwd", "gopher://localhost/",
        "javascript:alert(1)", "https://", "", "127.0.0.1", "localhost:80"}) {
    CAPTURE(url);
    CHECK_FALSE(SafeUrl::parse(url));
  }
}

TEST_CASE("addresses that some take for another host's are not safe") {
  for (const auto* url :
       {"http://127.0.0.1@example.org/", "http://127.0.0.1:80@example.org", "https://me@x.org/",
        "https://me:secret@x.org/", "https://@x.org/", R"(http://127.0.0.1\@127.0.0.2:80/)",
        R"(http://127.0.0.1\.example.org/)", R"(https:\\x.org/)", R"(https://x.org\@y.org/)",
        R"(https://x.org/a\b)", "https://a b/", "https://x.org/a b", "https://x.org/\n",
        "https://bücher.example/", "http://127.0.0.1#@example.org@/\t"}) {
    CAPTURE(url);
    CHECK_FALSE(SafeUrl::parse(url));
  }
  CHECK_FALSE(SafeUrl::parse(std::string("https://x.org/\0.example.org", 27)));
}

TEST_CASE("addresses whose host or port must be understood first are not safe") {
  for (const auto* url :
       {"http://127%2e0%2e0%2e1/", "http://%6cocalhost/", "https://x%2eorg/", "http://0x7f.0.0.1/",
        "http://2130706433/", "http://127.1/", "http://0177.0.0.1/", "http://[0:0::1]/",
        "http://[::1%25lo]/", "http://127.0.0.1:/", "http://127.0.0.1:080/", "http://127.0.0.1:0/",
        "http://127.0.0.1:65536/", "http://127.0.0.1:+80/", "http://127.0.0.1:8a/",
        "http://localhost./", "http:/127.0.0.1/", "http:///127.0.0.1/", "https:x.org"}) {
    CAPTURE(url);
    CHECK_FALSE(SafeUrl::parse(url));
  }
}

namespace {

rc::Gen<std::string> odd_authority() {
  const auto piece = rc::gen::element<std::string>(
      "127.0.0.1", "localhost", ":80", ":8080", "127.0.0.1", "127.0.0.2", "localhost", "[::1]",
      "example.org", "@", "\\", ":", "80", "0", ".", "%2e", "%40", "%2f", "0x7f", "127",
      "2130706433", "/", "?", "#", ";", "&", "me", "me:pw@", "..", "\t", " ", "[", "]", "%00",
      "\xc3\xbc", "\xef\xbc\x8f", "\xe3\x80\x82");
  return rc::gen::map(rc::gen::resize(4, rc::gen::container<std::vector<std::string>>(piece)),
                      [](const std::vector<std::string>& pieces) {
                        std::string text;
                        for (const auto& each : pieces) text += each;
                        return text;
                      });
}

// As a reader who knows nothing of escapes takes an address apart.
std::string plain_host(const std::string& authority) {
  const auto host = authority.substr(0, authority.find_first_of("/?#\\"));
  return host.substr(0, host.starts_with('[') ? host.find(']') + 1 : host.find(':'));
}

}  // namespace

// libcurl takes the text apart once more, with nothing forbidden, as it would to send a request.
TEST_CASE("what is safe is what libcurl calls, whatever the authority") {
  const char* const kinds[] = {"http", "https"};
  int safe[2] = {0, 0};
  const auto judge = [&](const std::string& authority, int kind) {
    const auto url = fmt::format("{}://{}/path", kinds[kind], authority);
    const auto parsed = SafeUrl::parse(url);
    if (!parsed) return true;
    ++safe[kind];
    const auto called = host_of(url);
    const bool is_here = called == "127.0.0.1" || called == "[::1]" || called == "localhost";
    return called == parsed->host() && called == plain_host(authority) && (kind == 1 || is_here) &&
           authority.substr(0, authority.find_first_of("/?#")).find('@') == std::string::npos;
  };
  rc::Random random(1);
  const auto authorities = odd_authority();
  for (int i = 0; i < 10'000; ++i) {
    const auto authority = authorities(random.split(), 100).value();
    CAPTURE(authority);
    REQUIRE(judge(authority, i % 2));
  }
  CHECK(safe[0] > 100);
  CHECK(safe[1] > 100);
}

TEST_CASE("an address beside another is on the same host") {
  CHECK(address_beside("https://x.org/token", "revoke") == "https://x.org/revoke");
  CHECK(address_beside("https://x.org/a/token?b=/c", "revoke") == "https://x.org/a/revoke");
  CHECK(address_beside("https://x.org", "revoke") == "https://x.org/revoke");
}

TEST_CASE("the host is the one that is called") {
  CHECK(SafeUrl::parse("https://youtube.googleapis.com:443/a?b=c").value().host() ==
        "youtube.googleapis.com");
  CHECK(SafeUrl::parse("http://[::1]:8080/").value().host() == "[::1]");
  CHECK(SafeUrl::parse("http://127.0.0.1#@example.org").value().host() == "127.0.0.1");
  CHECK(host_of(R"(http://127.0.0.1\@127.0.0.2:80/)") == "127.0.0.2");
  CHECK(host_of("no address") == "");
}

TEST_CASE("a refusal tells no query") {
  const auto refused = SafeUrl::parse("http://example.org/token?secret=1");
  REQUIRE_FALSE(refused);
  CHECK(refused.error().rule.name() == "unsafe-address");
  CHECK(refused.error().message.find("secret") == std::string::npos);
}

TEST_CASE("nothing is sent to an address that two parsers read differently") {
  const Ear other("127.0.0.2");
  HttpClient http;
  const auto sent = http.send({"GET",
                               fmt::format(R"(http://127.0.0.1\@127.0.0.2:{}/)", other.port()),
                               {"Authorization: Bearer token"},
                               {}});
  REQUIRE_FALSE(sent);
  CHECK(sent.error().rule.name() == "unsafe-address");
  CHECK_FALSE(other.was_called());
}
