#include "episode/markup_blocks.h"

#include <algorithm>

#include "base/ascii.h"
#include "episode/html_tag.h"
#include "episode/lines.h"

namespace cmos::page {

namespace {

constexpr std::size_t kCodeIndentation = 4;  // CommonMark 0.30, 4.4.

std::size_t indentation(std::string_view line) {
  std::size_t columns = 0;
  for (const char c : line) {
    if (c == ' ') {
      ++columns;
    } else if (c == '\t') {
      columns += kCodeIndentation - columns % kCodeIndentation;
    } else {
      break;
    }
  }
  return columns;
}

bool is_blank_line(std::string_view line) {
  return skip_blanks(line) == line.size();
}

// The run of backticks or tildes that the line begins with, if it is long enough for a fence.
std::string_view fence_of(std::string_view line) {
  const auto text = trim(line);
  if (text.empty() || (text[0] != '`' && text[0] != '~')) return {};
  const auto run = text.substr(0, text.find_first_not_of(text[0]));
  return run.size() < 3 ? std::string_view() : run;
}

// Elements whose content is no text (CommonMark 0.30, 4.6, the first kind).
bool is_raw_element(std::string_view name) {
  return name == "script" || name == "pre" || name == "style" || name == "textarea";
}

bool closes_raw_element(std::string_view line) {
  for (auto at = line.find("</"); at != std::string_view::npos; at = line.find("</", at + 2)) {
    const auto tag = parse_html_tag(line.substr(at));
    if (tag && is_raw_element(tag->name)) return true;
  }
  return false;
}

bool is_id_character(char c) {
  return is_digit(c) || is_ascii_letter(c) || c == '_' || c == '-' || !is_ascii(c);
}

// "a-z" of "[^a-z]", as people who speak of regular expressions write.
bool is_character_class(std::string_view id) {
  return id.find("a-z") != std::string_view::npos || id.find("A-Z") != std::string_view::npos ||
         id.find("0-9") != std::string_view::npos;
}

}  // namespace

std::size_t footnote_mark_size(std::string_view text) {
  if (!text.starts_with("[^")) return 0;
  const auto rest = text.substr(2);
  const auto* const stop = std::ranges::find_if_not(rest, is_id_character);
  const auto id = rest.substr(0, static_cast<std::size_t>(stop - rest.begin()));
  if (id.empty() || is_character_class(id) || !rest.substr(id.size()).starts_with(']')) return 0;
  return id.size() + 3;
}

std::optional<MarkupPiece> BlockFinder::find(std::size_t line_offset) {
  using enum MarkupPiece::Kind;
  const auto line = trim(line_at(page_, line_offset).text);
  if (starts_with_ignoring_case(line, "[transcript]")) in_transcript_ = true;
  if (starts_with_ignoring_case(line, "[/transcript]")) in_transcript_ = false;
  for (const auto end_of : {&BlockFinder::end_of_fence, &BlockFinder::end_of_html}) {
    if (const auto end = (this->*end_of)(line_offset)) {
      return MarkupPiece{code_block, {line_offset, *end}};
    }
  }
  if (const auto end = end_of_indented_code(line_offset)) {
    return MarkupPiece{code_block, {line_offset, *end}};
  }
  if (const auto end = end_of_footnote(line_offset)) {
    return MarkupPiece{footnote, {line_offset, *end}};
  }
  return std::nullopt;
}

std::optional<std::size_t> BlockFinder::end_of_fence(std::size_t offset) {
  const auto opening = line_at(page_, offset);
  const auto fence = fence_of(opening.text);
  if (fence.empty()) return std::nullopt;
  const bool has_backticks = fence[0] == '`';
  const auto behind = static_cast<std::size_t>(fence.data() + fence.size() - opening.text.data());
  const auto info = opening.text.substr(behind);
  if (has_backticks && info.find('`') != std::string_view::npos) return std::nullopt;
  bool& unclosed = has_backticks ? backticks_are_unclosed_ : tildes_are_unclosed_;
  if (unclosed) return std::nullopt;
  for (auto at = opening.next; at < page_.size();) {
    const auto line = line_at(page_, at);
    const auto closing = fence_of(line.text);
    const bool closes = closing.starts_with(fence) && closing.size() == trim(line.text).size();
    if (closes) return line.next;
    at = line.next;
  }
  unclosed = true;
  return std::nullopt;
}

std::optional<std::size_t> BlockFinder::end_of_html(std::size_t offset) {
  const auto opening = line_at(page_, offset);
  const auto tag = parse_html_tag(trim(opening.text));
  if (!tag || tag->closing || !is_raw_element(tag->name) || html_is_unclosed_) return std::nullopt;
  for (auto at = offset; at < page_.size();) {
    const auto line = line_at(page_, at);
    if (closes_raw_element(line.text)) return line.next;
    at = line.next;
  }
  html_is_unclosed_ = true;
  return std::nullopt;
}

std::optional<std::size_t> BlockFinder::end_of_indented_code(std::size_t offset) const {
  const auto line = line_at(page_, offset).text;
  const bool is_code = !in_transcript_ && indentation(line) >= kCodeIndentation &&
                       !is_blank_line(line) && is_blank_before(offset);
  return is_code ? std::optional(skip_indented(offset)) : std::nullopt;
}

std::optional<std::size_t> BlockFinder::end_of_footnote(std::size_t offset) const {
  const auto first = line_at(page_, offset);
  const auto begin = skip_blanks(first.text);
  const auto size = footnote_mark_size(first.text.substr(begin));
  if (size == 0 || !first.text.substr(begin + size).starts_with(':')) return std::nullopt;
  auto at = first.next;
  while (at < page_.size()) {  // Up to the end of its paragraph.
    const auto line = line_at(page_, at);
    if (is_blank_line(line.text) || trim(line.text).starts_with('[')) break;
    at = line.next;
  }
  return skip_indented(at);
}

std::size_t BlockFinder::skip_indented(std::size_t offset) const {
  auto end = offset;
  for (auto at = offset; at < page_.size();) {
    const auto line = line_at(page_, at);
    const bool is_blank = is_blank_line(line.text);
    if (!is_blank && indentation(line.text) < kCodeIndentation) break;
    // What begins with a bracket is a turn or a declaration, however far indented.
    if (in_transcript_ && trim(line.text).starts_with('[')) break;
    at = line.next;
    if (!is_blank) end = at;
  }
  return end;
}

bool BlockFinder::is_blank_before(std::size_t offset) const {
  if (offset <= begin_) return true;
  const auto before = page_.substr(begin_, offset - begin_ - 1);
  return is_blank_line(before.substr(before.rfind('\n') + 1));
}

}  // namespace cmos::page
