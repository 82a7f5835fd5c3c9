#include "episode/inline.h"

#include <cmark.h>
#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <cassert>
#include <cstdlib>
#include <memory>
#include <new>
#include <set>
#include <utility>

#include "base/unicode.h"
#include "episode/html_tag.h"
#include "episode/source_units.h"

namespace cmos::page {

namespace {

// A no-break space in front makes cmark take any text as a paragraph: it is neither the blank of an
// indentation nor the beginning of a list, a heading, a tag or a link's definition, and emphasis
// may begin behind it. Shown, it parts no words.
constexpr std::string_view kPrefix = "\u00A0";

struct NodeDeleter {
  void operator()(cmark_node* node) const { cmark_node_free(node); }
  void operator()(cmark_parser* parser) const { cmark_parser_free(parser); }
  void operator()(cmark_iter* iterator) const { cmark_iter_free(iterator); }
};
using Document = std::unique_ptr<cmark_node, NodeDeleter>;
using Iterator = std::unique_ptr<cmark_iter, NodeDeleter>;

void* checked(void* memory) {
  if (memory == nullptr) throw std::bad_alloc();
  return memory;
}

// cmark's own ends the program where there is no memory.
cmark_mem throwing_memory{
    [](std::size_t count, std::size_t size) { return checked(std::calloc(count, size)); },
    [](void* old, std::size_t size) { return checked(std::realloc(old, size)); }, std::free};

Document parse(const std::string& text) {
  const std::unique_ptr<cmark_parser, NodeDeleter> parser(
      cmark_parser_new_with_mem(CMARK_OPT_DEFAULT, &throwing_memory));
  cmark_parser_feed(parser.get(), text.data(), text.size());
  return Document(cmark_parser_finish(parser.get()));
}

// One line, for cmark's columns are right in the first one only.
std::string as_paragraph(std::string_view text) {
  std::string line(kPrefix);
  line += text;
  std::ranges::replace(line, '\r', ' ');
  return line;
}

// What stands in code for a bracket, which generators before CommonMark took for a tag there, too.
bool is_bracket_reference(std::string_view text) {
  return text.starts_with("&lt;") || text.starts_with("&gt;");
}

// Names of all elements that are closed somewhere in the text.
std::set<std::string> closed_elements(std::string_view text) {
  constexpr std::size_t kLongestTag = 32;
  std::set<std::string> names;
  for (auto at = text.find("</"); at != std::string_view::npos; at = text.find("</", at + 2)) {
    if (auto tag = parse_html_tag(text.substr(at, kLongestTag))) names.insert(std::move(tag->name));
  }
  return names;
}

// A target with its entities resolved, as cmark does it. cmark cannot read all of them; then, and
// if there is nothing to resolve, it is the text itself.
std::string link_target(std::string_view text) {
  std::string target(text);
  if (text.find('&') == std::string_view::npos ||
      text.find_first_of("<>\\") != std::string_view::npos)
    return target;
  const auto document = parse("[](<" + target + ">)");
  auto* const link = cmark_node_last_child(cmark_node_first_child(document.get()));
  if (cmark_node_get_type(link) == CMARK_NODE_LINK) target = cmark_node_get_url(link);
  return target;
}

class Flattener {
 public:
  explicit Flattener(std::string_view paragraph)
      : line_(as_paragraph(paragraph)), closed_(closed_elements(paragraph)) {}

  ShownText flatten() && {
    const auto document = parse(line_);
    const Iterator iterator(cmark_iter_new(document.get()));
    for (auto event = cmark_iter_next(iterator.get()); event != CMARK_EVENT_DONE;
         event = cmark_iter_next(iterator.get())) {
      visit(cmark_iter_get_node(iterator.get()), event == CMARK_EVENT_ENTER);
    }
    if (link_ && html_link_begin_) close_html_link(line_.size(), false);
    return std::move(shown_);
  }

 private:
  void visit(cmark_node* node, bool entering) {
    switch (cmark_node_get_type(node)) {
      case CMARK_NODE_TEXT:
        visit_text(cmark_node_get_literal(node), span(node));
        break;
      case CMARK_NODE_CODE:
        show(cmark_node_get_literal(node), span(node), Glyph::Kind::literal);
        code_end_ = skip_backticks(span(node).end);
        break;
      case CMARK_NODE_HTML_INLINE:
        visit_html(cmark_node_get_literal(node), span(node));
        break;
      case CMARK_NODE_LINK:
        visit_link(node, entering);
        break;
      default:
        break;
    }
  }

  // cmark's columns count bytes from 1 and name the last byte, not the one behind it.
  static SourceSpan span(cmark_node* node) {
    return {static_cast<std::size_t>(cmark_node_get_start_column(node)) - 1,
            static_cast<std::size_t>(cmark_node_get_end_column(node))};
  }

  static std::size_t in_paragraph(std::size_t offset) {
    return std::max(offset, kPrefix.size()) - kPrefix.size();
  }

  static SourceSpan in_paragraph(SourceSpan span) {
    return {in_paragraph(span.begin), in_paragraph(span.end)};
  }

  std::size_t skip_backticks(std::size_t offset) const {
    return std::min(line_.find_first_not_of('`', offset), line_.size());
  }

  void visit_text(std::string_view text, SourceSpan span) {
    // Where cmark 0.30.2 says that backticks stand which begin no code, they have just ended.
    if (text.starts_with('`')) {
      while (span.begin > code_end_ && line_[span.begin - 1] == '`') --span.begin;
    }
    show(text, {span.begin, std::min(span.end, line_.size())}, Glyph::Kind::text);
  }

  void show(std::string_view text, SourceSpan span, Glyph::Kind kind) {
    const auto next_unit = kind == Glyph::Kind::text ? next_source_unit : next_raw_unit;
    while (!text.empty() && span.begin < span.end) {
      const auto source = std::string_view(line_).substr(span.begin, span.end - span.begin);
      const auto unit = next_unit(source, text);
      if (kind == Glyph::Kind::literal && is_bracket_reference(text)) {
        constexpr std::size_t kSize = 4;
        add_glyph(text[1] == 'l' ? U'<' : U'>', {span.begin, span.begin + kSize}, kind);
        text.remove_prefix(kSize);
        span.begin += kSize;
        continue;
      }
      add_glyphs(text.substr(0, unit.shown), {span.begin, span.begin + unit.source}, kind);
      text.remove_prefix(unit.shown);
      span.begin += unit.source;
    }
    assert(text.empty());
  }

  void add_glyphs(std::string_view text, SourceSpan source, Glyph::Kind kind) {
    const auto* bytes = reinterpret_cast<const unsigned char*>(text.data());
    const auto size = static_cast<std::ptrdiff_t>(text.size());
    for (std::ptrdiff_t i = 0; i < size;) {
      UChar32 character = 0;
      U8_NEXT(bytes, i, size, character);
      add_glyph(from_windows_1252(static_cast<char32_t>(character)), source, kind);
    }
  }

  void add_glyph(char32_t character, SourceSpan source, Glyph::Kind kind) {
    const auto [begin, end] = in_paragraph(source);
    shown_.glyphs.push_back({character, static_cast<std::uint32_t>(begin),
                             static_cast<std::uint32_t>(end), link_, kind});
  }

  void visit_link(cmark_node* node, bool entering) {
    if (html_link_begin_) return;
    if (entering) {
      open_link(cmark_node_get_url(node), span(node));
    } else {
      link_.reset();
    }
  }

  void open_link(std::string target, SourceSpan source) {
    link_ = static_cast<std::uint32_t>(shown_.links.size());
    shown_.links.push_back({std::move(target), in_paragraph(source)});
  }

  void visit_html(std::string_view text, SourceSpan source) {
    const auto tag = parse_html_tag(text);
    if (!tag || !is_html_element(tag->name) || is_type_argument(*tag)) {
      show(text, source, Glyph::Kind::literal);
    } else if (tag->name == "q") {
      add_glyph(tag->closing ? U'\u201D' : U'\u201C', source,
                tag->closing ? Glyph::Kind::close_quote : Glyph::Kind::open_quote);
    } else if (tag->name == "a") {
      visit_anchor(*tag, text, source);
    } else if (tag->name == "img") {
      if (const auto alt = find_html_attribute(text, "alt")) {
        show(text.substr(alt->begin, alt->end - alt->begin),
             {source.begin + alt->begin, source.begin + alt->end}, Glyph::Kind::literal);
      }
    } else if (is_html_separator(tag->name)) {
      add_glyph(' ', source, Glyph::Kind::literal);
    }
  }

  // "List<A>" in speech about programs: glued to a word, bare, never closed.
  bool is_type_argument(const HtmlTag& tag) const {
    return !tag.closing && !tag.has_attributes && tag.name != "q" && !is_html_separator(tag.name) &&
           tag.name != "wbr" && !closed_.contains(tag.name) && !shown_.glyphs.empty() &&
           is_letter_or_digit(shown_.glyphs.back().character);
  }

  void visit_anchor(const HtmlTag& tag, std::string_view text, SourceSpan source) {
    if (tag.closing) {
      if (html_link_begin_) {
        close_html_link(source.end, true);
      } else if (plain_anchors_ > 0) {
        --plain_anchors_;
      } else {
        fault(source.begin, "link-unopened", "</a> closes no link; remove it");
      }
      return;
    }
    const auto href = find_html_attribute(text, "href");
    if (!href || (link_ && !html_link_begin_)) {
      ++plain_anchors_;
      return;
    }
    if (html_link_begin_) close_html_link(source.begin, false);
    html_link_begin_ = source.begin;
    open_link(link_target(text.substr(href->begin, href->end - href->begin)), source);
  }

  void close_html_link(std::size_t end, bool closed) {
    if (!closed)
      fault(*html_link_begin_, "link-unclosed", "the link is never closed; write </a> behind it");
    shown_.links[*link_].source.end = in_paragraph(end);
    link_.reset();
    html_link_begin_.reset();
  }

  void fault(std::size_t offset, RuleName rule, std::string message) {
    shown_.faults.push_back({in_paragraph(offset), rule, std::move(message)});
  }

  std::string line_;  // The paragraph behind the prefix; all offsets here are in it.
  std::set<std::string> closed_;
  ShownText shown_;
  std::optional<std::uint32_t> link_;           // The one that is open.
  std::optional<std::size_t> html_link_begin_;  // Set if that is an <a>.
  std::size_t code_end_ = 0;                    // Of the last code, its backticks included.
  std::size_t plain_anchors_ = 0;               // Open ones that are no link.
};

}  // namespace

ShownText show_inline(std::string_view paragraph) {
  return Flattener(paragraph).flatten();
}

bool is_space(char32_t character) {
  constexpr char32_t kZeroWidthSpace = 0x200B;
  constexpr char32_t kByteOrderMark = 0xFEFF;
  const auto c = static_cast<UChar32>(character);
  return u_isUWhiteSpace(c) != 0 || u_charType(c) == U_CONTROL_CHAR ||
         character == kZeroWidthSpace || character == kByteOrderMark;
}

bool is_letter_or_digit(char32_t character) {
  return (U_GET_GC_MASK(static_cast<UChar32>(character)) & (U_GC_L_MASK | U_GC_N_MASK)) != 0;
}

}  // namespace cmos::page
