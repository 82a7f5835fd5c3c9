#include "episode/markup.h"

#include <algorithm>
#include <optional>
#include <set>
#include <utility>

#include "base/ascii.h"
#include "episode/lines.h"
#include "episode/markup_blocks.h"

namespace cmos::page {

namespace {

using Kind = MarkupPiece::Kind;
constexpr auto kNowhere = std::string_view::npos;

// Our choice: what is longer is text. A paragraph is shown in pieces of 8 KiB (kMaxInlineSize).
constexpr std::size_t kLongestCodeSpan = std::size_t{8} << 10U;
constexpr std::size_t kLongestTemplateText = 1024;
constexpr std::size_t kLongestAttributes = 256;

// The text up to the next blank line, at most `size` bytes.
std::string_view paragraph_of(std::string_view text, std::size_t size) {
  text = text.substr(0, size);
  return text.substr(0, std::min(text.find("\n\n"), text.find("\n\r\n")));
}

bool is_name_character(char c) {
  return is_ascii_letter(c) || is_digit(c) || c == '_' || c == '-';
}

// "{:toc}", "{: .class #id key="value"}", "{::options /}", and no "{:key => 1}" of speech.
bool is_attribute_list(std::string_view inside) {
  bool quoted = false;
  for (std::size_t i = 0; i < inside.size(); ++i) {
    const char c = inside[i];
    if (c == '"') quoted = !quoted;
    const bool belongs = quoted || c == '"' || is_name_character(c) ||
                         std::string_view(" .#:/").find(c) != kNowhere ||
                         (c == '=' && inside.substr(i + 1).starts_with('"'));
    if (!belongs) return false;
  }
  return !quoted && !inside.empty();
}

class MarkupReader {
 public:
  MarkupReader(std::string_view page, std::size_t begin, DiagnosticCollector& diagnostics)
      : page_(page), at_(begin), text_(begin), blocks_(page, begin), diagnostics_(diagnostics) {}

  Markup read() && {
    bool at_line_start = true;
    while (at_ < page_.size()) {
      const auto block = at_line_start ? blocks_.find(at_) : std::nullopt;
      if (block) {
        add(block->kind, block->source.end);
        continue;  // At the start of a line again.
      }
      // Takes what begins here, or else the character.
      const auto begin = at_;
      if (!read_inline()) ++at_;
      at_line_start = page_[at_ - 1] == '\n';
      if (at_line_start || at_ > begin + 1) continue;
      at_ = std::min(page_.find_first_of("\n<{[`\\", at_), page_.size());
    }
    add_text();
    return std::move(markup_);
  }

 private:
  std::string_view rest() const { return page_.substr(at_); }

  void add_text() {
    if (text_ < at_) markup_.push_back({Kind::text, {text_, at_}});
    text_ = at_;
  }

  // A piece from here to `end`.
  bool add(Kind kind, std::size_t end) {
    add_text();
    markup_.push_back({kind, {at_, end}});
    text_ = at_ = end;
    return true;
  }

  // False if only a character of text stands here.
  bool read_inline() {
    const auto text = rest();
    if (text.starts_with("<!--")) return read_comment();
    if (text.starts_with('`')) return read_code_span();
    if (text.starts_with("{%")) return read_tag();
    if (text.starts_with("{{")) return read_template_text("{{", "}}");
    if (text.starts_with("{:")) return read_attributes();
    if (const auto size = footnote_mark_size(text)) return add(Kind::footnote_mark, at_ + size);
    if (text.starts_with("\\`") || text.starts_with("\\[")) at_ += 2;
    return text.data() != rest().data();
  }

  bool read_comment() {
    constexpr std::string_view kOpening = "<!--";
    constexpr std::string_view kClosing = "-->";
    const auto begin = at_ + kOpening.size();
    // "<!-->" is a whole comment (WHATWG HTML, 13.2.5.43).
    const auto closing = find_closing(kClosing, begin - 2);
    if (closing == kNowhere) {
      diagnostics_.add(at_, "comment-unclosed",
                       "the comment is never closed, so what follows is read; write --> behind it");
      return add(Kind::comment, begin);
    }
    if (page_.substr(0, closing).find(kOpening, begin) != kNowhere) {
      diagnostics_.add(
          at_, "comment-unclosed",
          "another comment begins inside this one, which hides all up to the first -->; "
          "close this one before");
    }
    return add(Kind::comment, closing + kClosing.size());
  }

  // Up to as many backticks as begin it, in the same paragraph.
  bool read_code_span() {
    const auto paragraph = paragraph_of(rest(), kLongestCodeSpan);
    const auto size = std::min(paragraph.find_first_not_of('`'), paragraph.size());
    for (auto at = paragraph.find('`', size); at != kNowhere; at = paragraph.find('`', at)) {
      const auto end = std::min(paragraph.find_first_not_of('`', at), paragraph.size());
      if (end - at == size) return add(Kind::code_span, at_ + end);
      at = end;
    }
    at_ += size;
    return true;
  }

  bool read_tag() {
    const auto closing = end_of_tag(at_);
    if (closing == kNowhere) return false;
    const auto name = template_tag_name(page_.substr(at_, closing - at_));
    if (name == "raw") return read_raw(closing);
    if (name == "comment") return add(Kind::comment, behind_tag("endcomment", closing));
    if (name == "highlight") return add(Kind::code_block, behind_tag("endhighlight", closing));
    return add(Kind::template_tag, closing);
  }

  bool read_raw(std::size_t begin) {
    const auto closing = find_tag("endraw", begin);
    add(Kind::template_tag, begin);
    if (closing == kNowhere) return true;
    if (closing > begin) add(Kind::code_span, closing);
    return add(Kind::template_tag, end_of_tag(closing));
  }

  // Behind the "%}" of the tag that begins at the offset.
  std::size_t end_of_tag(std::size_t offset) {
    const auto closing = find_closing("%}", offset);
    return closing == kNowhere ? kNowhere : closing + 2;
  }

  std::size_t find_tag(std::string_view name, std::size_t from) {
    if (missing_.contains(name)) return kNowhere;
    for (auto at = page_.find("{%", from); at != kNowhere; at = page_.find("{%", at + 2)) {
      if (template_tag_name(page_.substr(at)) == name && end_of_tag(at) != kNowhere) return at;
    }
    missing_.insert(name);
    return kNowhere;
  }

  // Behind the next tag of that name, or `otherwise` if there is none.
  std::size_t behind_tag(std::string_view name, std::size_t otherwise) {
    const auto at = find_tag(name, otherwise);
    return at == kNowhere ? otherwise : end_of_tag(at);
  }

  bool read_template_text(std::string_view opening, std::string_view closing) {
    const auto paragraph = paragraph_of(rest(), kLongestTemplateText);
    const auto end = paragraph.find(closing, opening.size());
    return end != kNowhere && add(Kind::template_text, at_ + end + closing.size());
  }

  bool read_attributes() {
    if (rest().starts_with("{::comment}")) {
      const auto closing = find_closing("{:/", at_);
      const auto end = closing == kNowhere ? kNowhere : find_closing("}", closing);
      return end != kNowhere && add(Kind::comment, end + 1);
    }
    const auto line = line_at(rest().substr(0, kLongestAttributes), 0).text;
    const auto end = line.find('}');
    return end != kNowhere && is_attribute_list(line.substr(2, end - 2)) &&
           add(Kind::template_text, at_ + end + 1);
  }

  std::size_t find_closing(std::string_view closing, std::size_t from) {
    if (missing_.contains(closing)) return kNowhere;
    const auto at = page_.find(closing, from);
    if (at == kNowhere) missing_.insert(closing);
    return at;
  }

  std::string_view page_;
  std::size_t at_;
  std::size_t text_;  // Where the text begins that is not among the pieces yet.
  BlockFinder blocks_;
  DiagnosticCollector& diagnostics_;
  Markup markup_;
  std::set<std::string_view> missing_;  // Closings that do not come any more.
};

bool is_shown(Kind kind) {
  return kind == Kind::text || kind == Kind::code_span;
}

bool is_block(Kind kind) {
  return kind == Kind::code_block || kind == Kind::footnote;
}

// Whether a line whose beginning was blank, or not, is so still after `text`.
bool stays_blank(bool blank, std::string_view text) {
  const auto newline = text.rfind('\n');
  if (newline != kNowhere) {
    blank = true;
    text.remove_prefix(newline + 1);
  }
  return blank && skip_blanks(text) == text.size();
}

// `end` is the offset behind what is left out.
std::size_t skip_rest_of_line_if_blank(std::string_view page, std::size_t end) {
  const auto next = skip_blanks(page, end);
  if (next == page.size()) return next;
  return page[next] == '\n' ? next + 1 : end;
}

}  // namespace

Markup read_markup(std::string_view page, std::size_t begin, DiagnosticCollector& diagnostics) {
  return MarkupReader(page, begin, diagnostics).read();
}

MappedText shown_text(std::string_view page, const Markup& markup) {
  MappedText result;
  bool blank_line = true;
  std::size_t from = 0;
  for (const auto& [kind, source] : markup) {
    if (is_shown(kind)) {
      const auto begin = std::max(from, source.begin);
      if (begin >= source.end) continue;
      const auto text = page.substr(begin, source.end - begin);
      result.append(text, begin);
      blank_line = stays_blank(blank_line, text);
    } else if (is_block(kind)) {
      if (page[source.end - 1] == '\n') result.append("\n", source.end - 1);
      blank_line = true;
    } else if (blank_line) {
      from = skip_rest_of_line_if_blank(page, source.end);
    }
  }
  return result;
}

std::vector<SourceSpan> code_in(const Markup& markup) {
  std::vector<SourceSpan> code;
  for (const auto& [kind, source] : markup) {
    if (kind == Kind::code_span || kind == Kind::code_block) code.push_back(source);
  }
  return code;
}

std::string blank_all_but_text(std::string_view page, const Markup& markup) {
  std::string result(page);
  for (const auto& [kind, source] : markup) {
    if (kind == Kind::text || kind == Kind::template_tag) continue;
    for (auto i = source.begin; i < source.end; ++i) {
      if (result[i] != '\n') result[i] = ' ';
    }
  }
  return result;
}

std::string_view template_tag_name(std::string_view tag) {
  auto at = std::min(std::string_view("{%").size(), tag.size());
  if (tag.substr(at).starts_with('-')) ++at;
  at = std::min(tag.find_first_not_of(" \t\r\n", at), tag.size());
  const auto name = tag.substr(at);
  const auto* const end = std::ranges::find_if_not(name, is_name_character);
  return name.substr(0, static_cast<std::size_t>(end - name.begin()));
}

}  // namespace cmos::page
