#include "check/addresses.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>

#include "base/ascii.h"
#include "base/similar.h"

namespace cmos {

namespace {

constexpr std::size_t kLongestScheme = 8;
constexpr std::size_t kLongestAddress = 2048;

constexpr std::string_view kHttp = "http";
constexpr std::string_view kHttps = "https";

bool is_web(std::string_view scheme) {
  return scheme == kHttp || scheme == kHttps;
}

bool is_misspelt_web(std::string_view scheme) {
  if (scheme.size() < 3 || is_web(scheme)) return false;
  return edit_distance(scheme, kHttp, 1) == 1 || edit_distance(scheme, kHttps, 1) == 1;
}

// Nothing if it may well be right. Paths of the site and other schemes are.
std::optional<std::string> fault_of(std::string_view address) {
  if (starts_with_ignoring_case(address, "www.")) return fmt::format("write https://{}", address);
  const auto end = address.find_first_of(":/");
  if (end > kLongestScheme) return std::nullopt;  // Also where there is none.
  std::string scheme(address.substr(0, end));
  std::ranges::transform(scheme, scheme.begin(), to_lower);
  auto rest = address.substr(end);
  if (is_misspelt_web(scheme) && (rest.starts_with(':') || rest.starts_with("//"))) {
    return fmt::format("{} is no scheme; write http or https", scheme);
  }
  if (!is_web(scheme)) return std::nullopt;
  if (!rest.starts_with("://")) return fmt::format("write {}://", scheme);
  rest.remove_prefix(3);
  const auto host = rest.substr(0, rest.find_first_of("/?#"));
  if (host.empty()) return "the host is missing";
  const bool is_doubled = host.ends_with("http:") || host.ends_with("https:");
  const bool has_point = host.find_first_of(".:[") != std::string_view::npos;
  if (is_doubled || has_point || host == "localhost") return std::nullopt;
  return fmt::format("{} is no host", host);
}

void report(std::size_t begin, std::string_view address, std::string_view fault,
            DiagnosticCollector& diagnostics) {
  diagnostics.add(begin, "link-broken",
                  fmt::format("the address \"{}\" leads nowhere: {}", address, fault));
}

// Addresses behind `before`, up to one of the bytes in `ends`.
void scan(const Episode& episode, std::string_view page, std::string_view before,
          std::string_view ends, DiagnosticCollector& diagnostics) {
  for (auto at = page.find(before); at != std::string_view::npos; at = page.find(before, at + 1)) {
    if (lies_in(episode.code, at)) continue;
    auto begin = at + before.size();
    while (begin < page.size() && (page[begin] == ' ' || page[begin] == '<')) ++begin;
    if (begin < page.size() && (page[begin] == '"' || page[begin] == '\'')) ++begin;
    auto address = page.substr(begin, kLongestAddress);
    address = address.substr(0, address.find_first_of(ends));
    if (const auto fault = fault_of(address)) report(begin, address, *fault, diagnostics);
  }
}

}  // namespace

void check_addresses(const Episode& episode, std::string_view page,
                     DiagnosticCollector& diagnostics) {
  scan(episode, page, "](", " \t\r\n)>", diagnostics);
  scan(episode, page, "href=", " \t\r\n\"'>", diagnostics);
  for (const auto& link : episode.links) {
    if (link.target.empty()) report(link.source.begin, "", "write one", diagnostics);
  }
}

}  // namespace cmos
