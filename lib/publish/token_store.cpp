#include "publish/token_store.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>
#include <system_error>

#include "base/atomic_file.h"
#include "publish/storage.h"
#include "publish/url.h"

namespace cmos {

namespace {

using nlohmann::json;

constexpr std::size_t kLargestTokens = 65'536;

}  // namespace

std::string write_credentials(const Credentials& credentials) {
  const auto& [client, tokens] = credentials;
  const json document{{"client",
                       {{"client_id", client.client_id},
                        {"client_secret", client.client_secret},
                        {"auth_uri", client.auth_uri},
                        {"token_uri", client.token_uri}}},
                      {"access_token", tokens.access},
                      {"refresh_token", tokens.refresh},
                      {"expires", tokens.expires.time_since_epoch().count()}};
  return document.dump(2) + '\n';
}

Result<Credentials> parse_credentials(std::string_view text) {
  const Error broken{"the file is damaged: sign in again with `cmos-captions login`", "token-file"};
  const auto document = json::parse(text, nullptr, false);
  if (!document.is_object()) return tl::unexpected(broken);
  try {
    const auto& client = document.at("client");
    Credentials credentials{
        {client.at("client_id"), client.at("client_secret"), client.at("auth_uri"),
         client.at("token_uri")},
        {document.at("access_token"), document.at("refresh_token"),
         std::chrono::sys_seconds(std::chrono::seconds(document.at("expires").get<long>()))}};
    const auto url = SafeUrl::parse(credentials.client.token_uri);
    if (url) return credentials;
    return tl::unexpected(url.error().rule == "unsafe-address" ? broken : url.error());
  } catch (const json::exception&) {
    return tl::unexpected(broken);
  }
}

Result<std::optional<Credentials>> TokenStore::load() const {
  const auto text = read_file(file_, kLargestTokens);
  if (!text && text.error().rule == "not-found") return std::nullopt;
  if (!text) return tl::unexpected(text.error());
  auto credentials = parse_credentials(*text);
  if (!credentials) return tl::unexpected(credentials.error());
  return std::move(*credentials);
}

Result<void> TokenStore::save(const Credentials& credentials) const {
  return write_private_file(file_, write_credentials(credentials));
}

Result<void> TokenStore::remove() const {
  std::error_code code;
  std::filesystem::remove(file_, code);
  if (!code) return {};
  return tl::unexpected(
      Error{fmt::format("cannot remove {}: {}", file_.string(), code.message()), "write-failed"});
}

}  // namespace cmos
