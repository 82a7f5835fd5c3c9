#include "episode/comments.h"

#include "episode/lines.h"

namespace cmos::page {

namespace {

constexpr std::string_view kOpening = "<!--";
constexpr std::string_view kClosing = "-->";

// Whether a line whose beginning was blank, or not, is so still after `text`.
bool stays_blank(bool blank, std::string_view text) {
  const auto newline = text.rfind('\n');
  if (newline != std::string_view::npos) {
    blank = true;
    text.remove_prefix(newline + 1);
  }
  return blank && skip_blanks(text) == text.size();
}

// `end` is the offset behind a comment's last byte.
std::size_t skip_rest_of_line_if_blank(std::string_view page, std::size_t end) {
  const auto next = skip_blanks(page, end);
  if (next == page.size()) return next;
  return page[next] == '\n' ? next + 1 : end;
}

}  // namespace

MappedText without_comments(std::string_view page, std::size_t begin,
                            DiagnosticCollector& diagnostics) {
  MappedText result;
  bool any_closing_left = true;
  bool blank_line = true;
  for (auto opening = page.find(kOpening, begin); opening != std::string_view::npos;
       opening = page.find(kOpening, begin)) {
    const auto text = page.substr(begin, opening - begin);
    result.append(text, begin);
    blank_line = stays_blank(blank_line, text);
    begin = opening + kOpening.size();
    // "<!-->" is a whole comment (WHATWG HTML, 13.2.5.43).
    const auto closing = any_closing_left ? page.find(kClosing, begin - 2) : std::string_view::npos;
    if (closing == std::string_view::npos) {
      any_closing_left = false;
      diagnostics.add(opening, "comment-unclosed",
                      "the comment is never closed, so what follows is read; write --> behind it");
      continue;
    }
    if (page.substr(0, closing).find(kOpening, begin) != std::string_view::npos) {
      diagnostics.add(
          opening, "comment-unclosed",
          "another comment begins inside this one, which hides all up to the first -->; "
          "close this one before");
    }
    begin = closing + kClosing.size();
    if (blank_line) begin = skip_rest_of_line_if_blank(page, begin);
  }
  result.append(page.substr(begin), begin);
  return result;
}

}  // namespace cmos::page
