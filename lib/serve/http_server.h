// A server of HTTP for this machine alone.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "cmos/error.h"

struct MHD_Connection;
struct MHD_Daemon;

namespace cmos {

// A header that comes more than once says nothing that can be relied on.
struct HeaderValue {
  int count = 0;
  std::string value = {};
};

struct ReceivedRequest {
  std::string method;
  std::string path;  // As it was sent, without its query.
  HeaderValue host = {};
  HeaderValue origin = {};
  HeaderValue range = {};
  std::string body = {};  // At most one byte more than may be.
};

struct HttpAnswer {
  unsigned status;
  std::string type;                 // Of the content.
  std::string content = {};         // Where there is no file.
  std::filesystem::path file = {};  // By byte ranges, if it has any bytes.
};

// Answers all requests on the thread that runs it, one after the other; a long answer is sent
// between others.
class HttpServer {
 public:
  using Handler = std::function<HttpAnswer(const ReceivedRequest&)>;

  // At a free port of 127.0.0.1. Rules: "libmicrohttpd-missing", "no-resources".
  static Result<std::unique_ptr<HttpServer>> start(std::size_t max_body_size, Handler handler);

  HttpServer(const HttpServer&) = delete;
  HttpServer& operator=(const HttpServer&) = delete;
  ~HttpServer();

  // "127.0.0.1:8080".
  const std::string& host() const { return host_; }
  // Answers what comes within a fifth of a second. False: it cannot go on.
  bool run();

 private:
  HttpServer(std::size_t max_body_size, Handler handler);
  // The library's callback, and what it does with the Request that it keeps for a connection.
  struct Callbacks;

  std::size_t max_body_size_;
  Handler handler_;
  MHD_Daemon* daemon_ = nullptr;
  std::string host_;
};

}  // namespace cmos
