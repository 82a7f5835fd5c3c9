#include "publish/http.h"

#include <fmt/format.h>

#include <cstddef>
#include <new>
#include <string>
#include <utility>

#include "publish/libcurl.h"
#include "publish/url.h"

namespace cmos {

namespace {

constexpr long kConnectSeconds = 15;
constexpr long kStalledSeconds = 30;  // Without a byte a second on the way.
constexpr long kWholeSeconds = 300;

struct HeaderList {
  curl_slist* list = nullptr;

  HeaderList() = default;
  HeaderList(const HeaderList&) = delete;
  HeaderList& operator=(const HeaderList&) = delete;
  ~HeaderList() { libcurl().curl_slist_free_all(list); }
  void add(const std::string& line) {
    auto* longer = libcurl().curl_slist_append(list, line.c_str());
    if (longer == nullptr) throw std::bad_alloc();
    list = longer;
  }
};

struct Receiver {
  std::string body;
  std::size_t largest = 0;
  bool is_too_large = false;
};

std::size_t receive(const char* bytes, std::size_t, std::size_t count, void* target) {
  auto& receiver = *static_cast<Receiver*>(target);
  receiver.is_too_large = count > receiver.largest - receiver.body.size();
  if (receiver.is_too_large) return 0;
  receiver.body.append(bytes, count);
  return count;
}

Error to_error(CURLcode code, const std::string& host) {
  if (code == CURLE_PEER_FAILED_VERIFICATION || code == CURLE_SSL_ISSUER_ERROR) {
    return {fmt::format("the certificate of {} cannot be verified: nothing was sent", host),
            "certificate"};
  }
  return {fmt::format("no answer from {}: {}", host, libcurl().curl_easy_strerror(code)),
          "network"};
}

Error too_large(const std::string& host, std::size_t largest) {
  return {
      fmt::format("the answer of {} has more than the {} bytes that it can have", host, largest),
      "youtube-answer"};
}

void set_request(CURL* curl, const HttpRequest& request, HeaderList& headers) {
  for (const auto& line : request.headers) headers.add(line);
  headers.add("Expect:");  // Else libcurl waits a second before it sends a body of over 1 MB.
  libcurl().curl_easy_setopt(curl, CURLOPT_CUSTOMREQUEST, request.method.c_str());
  libcurl().curl_easy_setopt(curl, CURLOPT_HTTPHEADER, headers.list);
  // On a kept connection that dies before the answer, libcurl would send the request again.
  libcurl().curl_easy_setopt(curl, CURLOPT_FRESH_CONNECT, request.only_once ? 1L : 0L);
  if (!request.body.empty() || request.method == "POST" || request.method == "PUT") {
    libcurl().curl_easy_setopt(curl, CURLOPT_POSTFIELDS, request.body.data());
    libcurl().curl_easy_setopt(curl, CURLOPT_POSTFIELDSIZE_LARGE,
                               static_cast<curl_off_t>(request.body.size()));
  }
}

void set_destination(CURL* curl, const SafeUrl& url) {
  libcurl().curl_easy_setopt(curl, CURLOPT_CURLU, url.handle());
  libcurl().curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR,
                             url.is_loopback() ? "http,https" : "https");
  libcurl().curl_easy_setopt(curl, CURLOPT_NOPROXY, url.is_loopback() ? "*" : nullptr);
}

void set_limits(CURL* curl) {
  libcurl().curl_easy_setopt(curl, CURLOPT_FOLLOWLOCATION, 0L);
  libcurl().curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
  libcurl().curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT, kConnectSeconds);
  libcurl().curl_easy_setopt(curl, CURLOPT_LOW_SPEED_LIMIT, 1L);
  libcurl().curl_easy_setopt(curl, CURLOPT_LOW_SPEED_TIME, kStalledSeconds);
  libcurl().curl_easy_setopt(curl, CURLOPT_TIMEOUT, kWholeSeconds);
  libcurl().curl_easy_setopt(curl, CURLOPT_USERAGENT, "cmos-captions");
}

}  // namespace

void HttpClient::Closer::operator()(void* handle) const {
  libcurl().curl_easy_cleanup(handle);
}

Result<HttpResponse> HttpClient::send(const HttpRequest& request) {
  const auto url = SafeUrl::parse(request.url);
  if (!url) return tl::unexpected(url.error());
  if (!handle_) handle_.reset(libcurl().curl_easy_init());
  if (!handle_) throw std::bad_alloc();
  auto* curl = handle_.get();
  libcurl().curl_easy_reset(curl);  // Connections stay open.
  HttpResponse response;
  HeaderList headers;
  set_request(curl, request, headers);
  set_destination(curl, *url);
  set_limits(curl);
  libcurl().curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, receive);
  Receiver receiver{{}, request.largest_answer};
  libcurl().curl_easy_setopt(curl, CURLOPT_WRITEDATA, &receiver);
  const auto code = libcurl().curl_easy_perform(curl);
  if (receiver.is_too_large) return tl::unexpected(too_large(url->host(), request.largest_answer));
  if (code != CURLE_OK) return tl::unexpected(to_error(code, url->host()));
  response.body = std::move(receiver.body);

  libcurl().curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &response.status);
  const char* redirect = nullptr;
  libcurl().curl_easy_getinfo(curl, CURLINFO_REDIRECT_URL, &redirect);
  if (redirect != nullptr || (response.status >= 300 && response.status < 400)) {
    return tl::unexpected(Error{fmt::format("{} redirects to {}, which is refused", url->host(),
                                            redirect == nullptr ? "nowhere" : host_of(redirect)),
                                "redirect"});
  }
  curl_off_t retry_after = 0;
  libcurl().curl_easy_getinfo(curl, CURLINFO_RETRY_AFTER, &retry_after);
  if (retry_after > 0) response.retry_after = std::chrono::seconds(retry_after);
  return response;
}

}  // namespace cmos
