#include "episode/page_bytes.h"

#include <fmt/format.h>

#include "base/unicode.h"
#include "episode/episode.h"

namespace cmos::page {

namespace {

std::string describe_binary(std::string_view page) {
  if (page.starts_with("\xFF\xFE") || page.starts_with("\xFE\xFF"))
    return "the page is UTF-16; save it as UTF-8";
  if (page.starts_with("PK\x03\x04"))
    return "the file is an archive, and no whole Word document; save its text as .txt";
  return "the page has a NUL byte and is no text; name the episode's Markdown file";
}

void repair_utf8(std::string& text, DiagnosticCollector& diagnostics) {
  std::size_t count = 0;
  std::size_t first = 0;
  std::size_t begin = 0;
  while (const auto bad = find_invalid_utf8(std::string_view(text).substr(begin))) {
    begin += *bad;
    if (count++ == 0) first = begin;
    text[begin++] = '?';
  }
  if (count == 0) return;
  diagnostics.add(first, "utf8-invalid",
                  fmt::format("the page is not UTF-8 here ({} such byte{}); save it as UTF-8",
                              count, count == 1 ? "" : "s in all"));
}

}  // namespace

std::optional<std::string> readable_page(std::string_view page, DiagnosticCollector& diagnostics) {
  if (page.size() > kMaxPageSize) {
    diagnostics.add(0, "page-too-large",
                    fmt::format("the page has {} bytes, more than {}; name the episode's Markdown "
                                "file",
                                page.size(), kMaxPageSize));
    return std::nullopt;
  }
  if (const auto nul = page.find('\0'); nul != std::string_view::npos) {
    diagnostics.add(nul, "page-binary", describe_binary(page));
    return std::nullopt;
  }
  if (page.find_first_not_of(" \t\r\n", skip_byte_order_mark(page)) == std::string_view::npos) {
    diagnostics.add(0, "page-empty", "the page is empty; write the episode's page first");
    return std::nullopt;
  }
  std::string text(page);
  repair_utf8(text, diagnostics);
  return text;
}

std::size_t skip_byte_order_mark(std::string_view page) {
  return page.starts_with("\xEF\xBB\xBF") ? 3 : 0;
}

}  // namespace cmos::page
