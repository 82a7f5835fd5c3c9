#include "publish/url.h"

#include <fmt/format.h>

#include <algorithm>
#include <new>

#include "base/ascii.h"
#include "publish/libcurl.h"

namespace cmos {

namespace {

std::string part_of(CURLU* parts, CURLUPart which) {
  char* text = nullptr;
  if (libcurl().curl_url_get(parts, which, &text, 0) != CURLUE_OK) return {};
  const std::unique_ptr<char, decltype(libcurl().curl_free)> owner(text, libcurl().curl_free);
  return text;
}

// Whether nothing of the address had to be understood: scheme, host and port stand in it as libcurl
// will use them. So there is no user name, no backslash or escape in the host, no number in another
// notation, no port that is empty or has a zero in front.
bool is_as_read(const std::string& text, CURLU* parts) {
  const auto port = part_of(parts, CURLUPART_PORT);
  const auto begin = part_of(parts, CURLUPART_SCHEME) + "://" + part_of(parts, CURLUPART_HOST) +
                     (port.empty() ? "" : ":" + port);
  return port != "0" && equal_ignoring_case(text.substr(0, begin.size()), begin) &&
         (text.size() == begin.size() || text.find_first_of("/?#", begin.size()) == begin.size());
}

// libcurl lets internationalised names pass, and backslashes behind the host.
bool is_plain(const std::string& text) {
  return std::ranges::all_of(text, [](char c) { return c > ' ' && c < '\x7f' && c != '\\'; });
}

}  // namespace

void SafeUrl::Closer::operator()(void* parts) const {
  libcurl().curl_url_cleanup(static_cast<CURLU*>(parts));
}

Result<SafeUrl> SafeUrl::parse(const std::string& text) {
  if (const auto& failure = libcurl().failure; !failure.empty()) {
    return tl::unexpected(
        Error{fmt::format("libcurl cannot be loaded: {}", failure), "libcurl-missing"});
  }
  SafeUrl url;
  auto* const parts = libcurl().curl_url();
  if (parts == nullptr) throw std::bad_alloc();
  url.parts_.reset(parts);
  const bool is_url = is_plain(text) &&
                      libcurl().curl_url_set(parts, CURLUPART_URL, text.c_str(),
                                             CURLU_DISALLOW_USER) == CURLUE_OK &&
                      is_as_read(text, parts);
  if (is_url) {
    url.host_ = part_of(parts, CURLUPART_HOST);
    const auto scheme = part_of(parts, CURLUPART_SCHEME);
    if (scheme == "https" || (scheme == "http" && url.is_loopback())) return url;
  }
  return tl::unexpected(
      Error{fmt::format("{} is refused: an address must be plain, http to this machine only and "
                        "https to any other",
                        text.substr(0, text.find('?'))),
            "unsafe-address"});
}

bool SafeUrl::is_loopback() const {
  return host_ == "127.0.0.1" || host_ == "[::1]" || host_ == "localhost";
}

std::string address_beside(const std::string& url, const std::string& name) {
  const std::unique_ptr<CURLU, decltype(libcurl().curl_url_cleanup)> parts(
      libcurl().curl_url(), libcurl().curl_url_cleanup);
  if (!parts) throw std::bad_alloc();
  // The second is relative to the first (RFC 3986, section 5).
  (void)libcurl().curl_url_set(parts.get(), CURLUPART_URL, url.c_str(), 0);
  (void)libcurl().curl_url_set(parts.get(), CURLUPART_URL, name.c_str(), 0);
  return part_of(parts.get(), CURLUPART_URL);
}

std::string host_of(const std::string& url) {
  const std::unique_ptr<CURLU, decltype(libcurl().curl_url_cleanup)> parts(
      libcurl().curl_url(), libcurl().curl_url_cleanup);
  if (!parts) throw std::bad_alloc();
  (void)libcurl().curl_url_set(parts.get(), CURLUPART_URL, url.c_str(), 0);
  return part_of(parts.get(), CURLUPART_HOST);
}

}  // namespace cmos
