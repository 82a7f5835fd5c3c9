#include "serve/http_server.h"

#include <arpa/inet.h>
#include <fcntl.h>
#include <fmt/format.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cstring>
#include <utility>

#include "base/ascii.h"
#include "base/file_descriptor.h"
#include "cmos/attempt.h"
#include "serve/byte_range.h"
#include "serve/microhttpd.h"

namespace cmos {

namespace {

constexpr std::int32_t kWaitMilliseconds = 200;

struct ResponseDestroyer {
  void operator()(MHD_Response* response) const { microhttpd().MHD_destroy_response(response); }
};
using Response = std::unique_ptr<MHD_Response, ResponseDestroyer>;

void add(const Response& response, const char* name, const std::string& value) {
  microhttpd().MHD_add_response_header(response.get(), name, value.c_str());
}

MHD_Result queue(MHD_Connection* connection, unsigned status, const Response& response,
                 const std::string& type) {
  if (response == nullptr) return MHD_NO;
  add(response, "Content-Type", type);
  add(response, "Cache-Control", "no-store");
  add(response, "Referrer-Policy", "no-referrer");
  add(response, "X-Content-Type-Options", "nosniff");
  return microhttpd().MHD_queue_response(connection, status, response.get());
}

MHD_Result send_content(MHD_Connection* connection, HttpAnswer& answer) {
  const Response response(microhttpd().MHD_create_response_from_buffer(
      answer.content.size(), answer.content.data(), MHD_RESPMEM_MUST_COPY));
  return queue(connection, answer.status, response, answer.type);
}

MHD_Result send_nothing(MHD_Connection* connection, unsigned status, const std::string& range) {
  const Response response(
      microhttpd().MHD_create_response_from_buffer(0, nullptr, MHD_RESPMEM_PERSISTENT));
  if (response != nullptr && !range.empty()) add(response, "Content-Range", range);
  return queue(connection, status, response, "text/plain");
}

MHD_Result send_file(MHD_Connection* connection, const ReceivedRequest& request,
                     const HttpAnswer& answer) {
  FileDescriptor file(::open(answer.file.c_str(), O_RDONLY | O_CLOEXEC));
  struct stat information{};
  if (!file || ::fstat(file.number(), &information) != 0 || !S_ISREG(information.st_mode) ||
      information.st_size == 0) {
    return send_nothing(connection, MHD_HTTP_NOT_FOUND, "");
  }
  const auto size = static_cast<std::uint64_t>(information.st_size);
  const auto asked = request.range.count == 1 ? asked_range(request.range.value, size)
                                              : std::optional<ByteRange>();
  const auto [begin, length] = asked.value_or(ByteRange{0, size});
  if (length == 0) {
    return send_nothing(connection, MHD_HTTP_RANGE_NOT_SATISFIABLE,
                        fmt::format("bytes */{}", size));
  }
  const Response response(
      microhttpd().MHD_create_response_from_fd_at_offset64(length, file.number(), begin));
  if (response == nullptr) return MHD_NO;
  file.release();  // The response closes it.
  add(response, "Accept-Ranges", "bytes");
  if (!asked) return queue(connection, answer.status, response, answer.type);
  add(response, "Content-Range", fmt::format("bytes {}-{}/{}", begin, begin + length - 1, size));
  return queue(connection, MHD_HTTP_PARTIAL_CONTENT, response, answer.type);
}

MHD_Result read_header(void* headers, MHD_ValueKind, const char* name, const char* value) {
  auto& request = *static_cast<ReceivedRequest*>(headers);
  for (const auto& [known, header] :
       {std::pair{"Host", &request.host}, std::pair{"Origin", &request.origin},
        std::pair{"Range", &request.range}}) {
    if (!equal_ignoring_case(name, known)) continue;
    ++header->count;
    header->value = value == nullptr ? "" : value;
  }
  return MHD_YES;
}

}  // namespace

struct HttpServer::Callbacks {
  // Called once when a request begins, once for each piece of its body, and once at its end.
  // MHD_NO breaks the connection off.
  static MHD_Result request(void* server, MHD_Connection* connection, const char* path,
                            const char* method, const char* /*version*/, const char* data,
                            std::size_t* size, void** kept) {
    auto result = MHD_NO;
    (void)attempt([&] {
      if (*kept == nullptr) {
        *kept = std::make_unique<ReceivedRequest>(ReceivedRequest{method, path}).release();
        result = MHD_YES;
      } else if (*size > 0) {
        auto& body = static_cast<ReceivedRequest*>(*kept)->body;
        const auto room = static_cast<HttpServer*>(server)->max_body_size_ + 1 - body.size();
        body.append(data, std::min(*size, room));
        *size = 0;
        result = MHD_YES;
      } else {
        result = answer(*static_cast<HttpServer*>(server), connection,
                        *static_cast<ReceivedRequest*>(*kept));
      }
    });
    return result;
  }

  static MHD_Result answer(const HttpServer& server, MHD_Connection* connection,
                           ReceivedRequest& request) {
    microhttpd().MHD_get_connection_values(connection, MHD_HEADER_KIND, read_header, &request);
    auto answer = server.handler_(request);
    return answer.file.empty() ? send_content(connection, answer)
                               : send_file(connection, request, answer);
  }

  static void completed(void* /*server*/, MHD_Connection* /*connection*/, void** kept,
                        MHD_RequestTerminationCode /*why*/) {
    const std::unique_ptr<ReceivedRequest> over(static_cast<ReceivedRequest*>(*kept));
    *kept = nullptr;
  }

  // A path is compared as it was sent.
  static std::size_t leave_escaped(void* /*server*/, MHD_Connection* /*connection*/, char* text) {
    return std::strlen(text);
  }
};

HttpServer::HttpServer(std::size_t max_body_size, Handler handler)
    : max_body_size_(max_body_size), handler_(std::move(handler)) {}

HttpServer::~HttpServer() {
  if (daemon_ != nullptr) microhttpd().MHD_stop_daemon(daemon_);
}

Result<std::unique_ptr<HttpServer>> HttpServer::start(std::size_t max_body_size, Handler handler) {
  const auto& library = microhttpd();
  if (!library.failure.empty()) {
    return tl::unexpected(Error{fmt::format("libmicrohttpd cannot be loaded: {}", library.failure),
                                "libmicrohttpd-missing"});
  }
  std::unique_ptr<HttpServer> server(new HttpServer(max_body_size, std::move(handler)));
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  server->daemon_ = library.MHD_start_daemon(
      MHD_USE_AUTO, 0, nullptr, nullptr, Callbacks::request, server.get(), MHD_OPTION_SOCK_ADDR,
      &address, MHD_OPTION_NOTIFY_COMPLETED, Callbacks::completed, nullptr,
      MHD_OPTION_UNESCAPE_CALLBACK, Callbacks::leave_escaped, nullptr, MHD_OPTION_END);
  if (server->daemon_ == nullptr) {
    return tl::unexpected(Error{"nothing can be served on 127.0.0.1", "no-resources"});
  }
  const auto* const bound = library.MHD_get_daemon_info(server->daemon_, MHD_DAEMON_INFO_BIND_PORT);
  server->host_ = fmt::format("127.0.0.1:{}", bound->port);
  return server;
}

bool HttpServer::run() {
  return microhttpd().MHD_run_wait(daemon_, kWaitMilliseconds) == MHD_YES;
}

}  // namespace cmos
