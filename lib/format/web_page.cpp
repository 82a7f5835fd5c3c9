#include "format/web_page.h"

#include <fmt/format.h>

#include <cstddef>
#include <nlohmann/json.hpp>

#include "base/base64.h"
#include "format/html_text.h"

namespace cmos {

namespace {

constexpr int nibble(char digit) {
  return digit <= '9' ? digit - '0' : digit - 'a' + 10;
}

// As a policy names what it allows: 'sha256-...'.
std::string source_hash(std::string_view hex) {
  std::string bytes;
  for (std::size_t i = 0; i + 1 < hex.size(); i += 2) {
    bytes += static_cast<char>(nibble(hex[i]) * 16 + nibble(hex[i + 1]));
  }
  return fmt::format("'sha256-{}'", base64(bytes));
}

std::string policy(const WebAssets& assets) {
  return fmt::format(
      "default-src 'none'; media-src 'self' http: https: file:; connect-src 'self'; base-uri "
      "'none'; form-action 'none'; style-src {}; script-src {}",
      source_hash(assets.style_sha256), source_hash(assets.script_sha256));
}

}  // namespace

std::string web_page(std::string_view title, const WebAssets& assets, std::string_view body) {
  return fmt::format(
      "<!DOCTYPE html>\n"
      "<html lang=\"en\">\n"
      "<head>\n"
      "<meta charset=\"utf-8\">\n"
      "<meta http-equiv=\"Content-Security-Policy\" content=\"{}\">\n"
      "<meta name=\"viewport\" content=\"width=device-width\">\n"
      "<title>{}</title>\n"
      "<style>{}</style>\n"
      "</head>\n"
      "<body>\n"
      "{}"
      "<script type=\"module\">{}</script>\n"
      "</body>\n"
      "</html>\n",
      policy(assets), line_html(title), assets.style, body, assets.script);
}

std::string data_element(std::string_view html_class, const nlohmann::json& data) {
  std::string text;
  for (const char c : data.dump(-1, ' ', true, nlohmann::json::error_handler_t::replace)) {
    if (c == '<' || c == '>' || c == '&') {
      text += fmt::format("\\u{:04x}", static_cast<unsigned>(c));
    } else {
      text += c;
    }
  }
  return fmt::format("<script type=\"application/json\" class=\"{}\">{}</script>\n", html_class,
                     text);
}

}  // namespace cmos
