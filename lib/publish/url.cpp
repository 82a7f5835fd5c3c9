#include "publish/url.h"

#include <fmt/format.h>

#include <algorithm>
#include <new>

#include "publish/libcurl.h"

namespace cmos {

namespace {

std::string part_of(CURLU* parts, CURLUPart which) {
  char* text = nullptr;
  if (libcurl().curl_url_get(parts, which, &text, 0) != CURLUE_OK) return {};
  const std::unique_ptr<char, decltype(libcurl().curl_free)> owner(text, libcurl().curl_free);
  return text;
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
  const bool is_url = is_plain(text) && libcurl().curl_url_set(parts, CURLUPART_URL, text.c_str(),
                                                               CURLU_DISALLOW_USER) == CURLUE_OK;
  if (is_url) {
    url.host_ = part_of(parts, CURLUPART_HOST);
    const auto scheme = part_of(parts, CURLUPART_SCHEME);
    if (scheme == "https" || (scheme == "http" && url.is_loopback())) return url;
  }
  return tl::unexpected(
      Error{fmt::format("{} is refused: plain http goes to this machine only, all else by https",
                        text.substr(0, text.find('?'))),
            "unsafe-address"});
}

bool SafeUrl::is_loopback() const {
  return host_ == "127.0.0.1" || host_ == "[::1]" || host_ == "localhost";
}

std::string host_of(const std::string& url) {
  const std::unique_ptr<CURLU, decltype(libcurl().curl_url_cleanup)> parts(
      libcurl().curl_url(), libcurl().curl_url_cleanup);
  if (!parts) throw std::bad_alloc();
  (void)libcurl().curl_url_set(parts.get(), CURLUPART_URL, url.c_str(), 0);
  return part_of(parts.get(), CURLUPART_HOST);
}

}  // namespace cmos
