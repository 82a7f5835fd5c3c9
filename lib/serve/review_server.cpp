#include <fmt/format.h>

#include <fstream>
#include <iterator>
#include <random>
#include <string>
#include <string_view>
#include <utility>

#include "cmos/corrections.h"
#include "cmos/review.h"
#include "serve/http_server.h"

namespace cmos {

namespace {

namespace fs = std::filesystem;

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

HttpAnswer refused(unsigned status, std::string why) {
  return {status, "text/plain", std::move(why)};
}

class ReviewSite {
 public:
  explicit ReviewSite(const ServedReview& review) : review_(review) {}

  const std::string& root() const { return root_; }
  void set_host(const std::string& host) { host_ = host; }

  HttpAnswer answer(const ReceivedRequest& request) const {
    const bool reads = request.method == "GET" || request.method == "HEAD";
    if (!is_ours(request, reads)) return refused(403, "This address is refused.\n");
    const auto name = std::string_view(request.path).substr(root_.size());
    if (reads && name.empty()) {
      return {200, "text/html; charset=utf-8", served_page(review_.page)};
    }
    if (reads && name == "sound" && !review_.sound.empty()) {
      return {200, "application/octet-stream", "", review_.sound};
    }
    if (request.method == "POST" && name == "corrections") return save(request.body);
    return refused(404, "There is nothing here.\n");
  }

 private:
  // A page of another site may send requests here, and read no answer; one whose name was bound
  // anew to this machine reads them, but names itself as the host.
  bool is_ours(const ReceivedRequest& request, bool reads) const {
    const auto says = [](const HeaderValue& header, const std::string& wanted) {
      return header.count == 1 && header.value == wanted;
    };
    return says(request.host, host_) && request.path.starts_with(root_) &&
           (says(request.origin, "http://" + host_) || (reads && request.origin.count == 0));
  }

  HttpAnswer save(const std::string& corrections) const {
    if (corrections.size() > kMaxCorrectionsSize) return refused(413, "That is too much.\n");
    const auto [accepted, told] = review_.save(corrections);
    return {accepted ? 200U : 422U, "text/plain; charset=utf-8", told};
  }

  const ServedReview& review_;
  const std::string root_ = "/" + random_token() + "/";
  std::string host_;
};

}  // namespace

Result<void> serve_review(const ServedReview& review) {
  ReviewSite site(review);
  const auto server = HttpServer::start(
      kMaxCorrectionsSize, [&](const ReceivedRequest& request) { return site.answer(request); });
  if (!server) return tl::unexpected(server.error());
  site.set_host((*server)->host());
  review.ready("http://" + (*server)->host() + site.root());
  while (review.goes_on()) {
    if (!(*server)->run()) {
      return tl::unexpected(Error{"the review page cannot be served any more", "no-resources"});
    }
  }
  return {};
}

}  // namespace cmos
