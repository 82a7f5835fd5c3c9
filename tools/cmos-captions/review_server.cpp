#include "review_server.h"

#include <fmt/format.h>
#include <httplib.h>

#include <algorithm>
#include <cstddef>
#include <fstream>
#include <iterator>
#include <mutex>
#include <random>
#include <system_error>
#include <utility>
#include <vector>

#include "interruption.h"

namespace cmos {

namespace {

namespace fs = std::filesystem;
using httplib::Request;
using httplib::Response;

constexpr const char* kLoopback = "127.0.0.1";
constexpr std::size_t kConnections = 8;
constexpr time_t kIdleMicroseconds = 200'000;  // Between two looks whether somebody interrupts.
constexpr std::size_t kPiece = std::size_t{64} << 10U;

// 128 bits, as RFC 6749 (section 10.10) asks of what must not be guessed.
std::string random_token() {
  std::random_device random;
  std::string token;
  for (int i = 0; i < 4; ++i) token += fmt::format("{:08x}", random());
  return token;
}

std::string content_of(const fs::path& file) {
  std::ifstream stream(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

void replace_first(std::string& text, std::string_view begin, std::string_view end,
                   std::string_view by) {
  const auto at = text.find(begin);
  if (at == std::string::npos) return;
  const auto first = at + begin.size();
  text.replace(first, text.find(end, first) - first, by);
}

// The page with the sound where it is served, and with the place to save at.
std::string served_page(const fs::path& file) {
  auto page = content_of(file);
  replace_first(page, "<source src=\"", "\"", "sound");
  replace_first(page, "<meta charset=\"utf-8\">\n", "<",
                "<meta name=\"cmos-save\" content=\"corrections\">\n");
  return page;
}

class InterruptedPool : public httplib::ThreadPool {
 public:
  InterruptedPool() : ThreadPool(kConnections) {}
  void on_idle() override {
    if (is_interrupted()) end_interrupted();
  }
};

class Server {
 public:
  explicit Server(const ServedReview& review) : review_(review), root_("/" + random_token() + "/") {
    server_.new_task_queue = [] { return new InterruptedPool; };
    server_.set_idle_interval(0, kIdleMicroseconds);
    server_.set_payload_max_length(kMaxCorrectionsSize);
    server_.set_pre_routing_handler(
        [this](const Request& request, Response& response) { return refuse(request, response); });
    server_.Get(root_, [this](const Request&, Response& response) {
      response.set_content(served_page(review_.page), "text/html; charset=utf-8");
    });
    server_.Get(root_ + "sound",
                [this](const Request&, Response& response) { serve_sound(response); });
    server_.Post(root_ + "corrections",
                 [this](const Request& request, Response& response) { save(request, response); });
  }

  Result<void> run(const std::function<void(const std::string& address)>& ready) {
    const int port = server_.bind_to_any_port(kLoopback);
    if (port <= 0) return tl::unexpected(Error{"no port is free on 127.0.0.1", "no-resources"});
    host_ = fmt::format("{}:{}", kLoopback, port);
    ready("http://" + host_ + root_);
    server_.listen_after_bind();
    return tl::unexpected(Error{"the review page cannot be served any more", "no-resources"});
  }

 private:
  // A page of another site may send requests here, and read no answer; one whose name was bound
  // anew to this machine reads them, but names itself as the host.
  httplib::Server::HandlerResponse refuse(const Request& request, Response& response) {
    using enum httplib::Server::HandlerResponse;
    const auto names = [&](const char* header, const std::string& wanted) {
      return request.get_header_value_count(header) == 1 &&
             request.get_header_value(header) == wanted;
    };
    const bool reads = request.method == "GET" || request.method == "HEAD";
    const bool says_origin = request.has_header("Origin");
    const bool is_ours = names("Host", host_) && request.path.starts_with(root_) &&
                         (names("Origin", "http://" + host_) || (reads && !says_origin));
    response.set_header("Cache-Control", "no-store");
    response.set_header("Referrer-Policy", "no-referrer");
    response.set_header("X-Content-Type-Options", "nosniff");
    if (is_ours) return Unhandled;
    response.status = 403;
    response.set_content("This address is refused.\n", "text/plain");
    return Handled;
  }

  void serve_sound(Response& response) {
    std::error_code failure;
    const auto size = fs::file_size(review_.sound, failure);
    if (failure || size == 0) {
      response.status = 404;
      return;
    }
    response.set_header("Accept-Ranges", "bytes");
    response.set_content_provider(
        size, "application/octet-stream",
        [this](std::size_t offset, std::size_t length, httplib::DataSink& sink) {
          std::ifstream stream(review_.sound, std::ios::binary);
          stream.seekg(static_cast<std::streamoff>(offset));
          std::vector<char> piece(std::min(length, kPiece));
          stream.read(piece.data(), static_cast<std::streamsize>(piece.size()));
          const auto count = static_cast<std::size_t>(stream.gcount());
          return count > 0 && sink.write(piece.data(), count);
        });
  }

  void save(const Request& request, Response& response) {
    const std::lock_guard one_at_a_time(saving_);
    const auto [accepted, told] = review_.save(request.body);
    response.status = accepted ? 200 : 422;
    response.set_content(told, "text/plain; charset=utf-8");
  }

  const ServedReview& review_;
  const std::string root_;
  std::string host_;
  std::mutex saving_;
  httplib::Server server_;
};

}  // namespace

Result<void> serve_review(const ServedReview& review,
                          const std::function<void(const std::string& address)>& ready) {
  return Server(review).run(ready);
}

}  // namespace cmos
