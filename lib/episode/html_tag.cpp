#include "episode/html_tag.h"

#include <algorithm>
#include <array>

#include "base/ascii.h"
#include "episode/lines.h"

namespace cmos::page {

namespace {

// WHATWG HTML, "Index of elements", and the obsolete elements of its section 16.2; sorted.
constexpr auto kElements = std::to_array<std::string_view>({
    "a",        "abbr",       "acronym",  "address",  "area",     "article",    "aside",
    "audio",    "b",          "base",     "basefont", "bdi",      "bdo",        "big",
    "blink",    "blockquote", "body",     "br",       "button",   "canvas",     "caption",
    "center",   "cite",       "code",     "col",      "colgroup", "data",       "datalist",
    "dd",       "del",        "details",  "dfn",      "dialog",   "dir",        "div",
    "dl",       "dt",         "em",       "embed",    "fieldset", "figcaption", "figure",
    "font",     "footer",     "form",     "frame",    "frameset", "h1",         "h2",
    "h3",       "h4",         "h5",       "h6",       "head",     "header",     "hgroup",
    "hr",       "html",       "i",        "iframe",   "img",      "input",      "ins",
    "kbd",      "label",      "legend",   "li",       "link",     "main",       "map",
    "mark",     "marquee",    "math",     "menu",     "meta",     "meter",      "nav",
    "nobr",     "noembed",    "noframes", "noscript", "object",   "ol",         "optgroup",
    "option",   "output",     "p",        "param",    "picture",  "plaintext",  "pre",
    "progress", "q",          "rb",       "rp",       "rt",       "rtc",        "ruby",
    "s",        "samp",       "script",   "section",  "select",   "slot",       "small",
    "source",   "span",       "strike",   "strong",   "style",    "sub",        "summary",
    "sup",      "svg",        "table",    "tbody",    "td",       "template",   "textarea",
    "tfoot",    "th",         "thead",    "time",     "title",    "tr",         "track",
    "tt",       "u",          "ul",       "var",      "video",    "wbr",        "xmp",
});

constexpr auto kSeparators = std::to_array<std::string_view>({
    "address", "article", "aside",  "blockquote", "br",    "dd", "details", "div", "dl",
    "dt",      "figure",  "footer", "h1",         "h2",    "h3", "h4",      "h5",  "h6",
    "header",  "hr",      "li",     "main",       "nav",   "ol", "p",       "pre", "section",
    "table",   "tbody",   "td",     "th",         "thead", "tr", "ul",
});

static_assert(std::ranges::is_sorted(kElements));
static_assert(std::ranges::is_sorted(kSeparators));

constexpr std::string_view kSpaces = " \t\r\n";

std::size_t skip_spaces(std::string_view text, std::size_t offset) {
  return std::min(text.find_first_not_of(kSpaces, offset), text.size());
}

}  // namespace

std::optional<HtmlTag> parse_html_tag(std::string_view text) {
  HtmlTag tag;
  tag.closing = text.starts_with("</");
  const std::size_t begin = tag.closing ? 2 : 1;
  if (!text.starts_with('<') || begin >= text.size() || !is_ascii_letter(text[begin]))
    return std::nullopt;
  const auto end = std::min(text.find_first_of("> /\t\r\n", begin), text.size());
  tag.name = text.substr(begin, end - begin);
  std::ranges::transform(tag.name, tag.name.begin(), to_lower);
  const auto rest = skip_spaces(text, end);
  tag.has_attributes = rest < text.size() && text[rest] != '>' && text[rest] != '/';
  return tag;
}

bool is_html_element(std::string_view name) {
  return std::ranges::binary_search(kElements, name);
}

bool is_html_separator(std::string_view name) {
  return std::ranges::binary_search(kSeparators, name);
}

std::optional<AttributeValue> find_html_attribute(std::string_view tag, std::string_view name) {
  auto at = std::min(tag.find_first_of(kSpaces), tag.size());
  while ((at = tag.find_first_not_of(kSpaces, at)) < tag.size()) {
    const auto name_end = std::min(tag.find_first_of(" \t\r\n=/>", at), tag.size());
    const auto found = tag.substr(at, name_end - at);
    at = skip_spaces(tag, name_end);
    if (at >= tag.size() || tag[at] != '=') {
      if (found.empty()) ++at;  // A slash, or the tag's end.
      continue;
    }
    at = skip_spaces(tag, at + 1);
    if (at >= tag.size()) break;
    const bool quoted = tag[at] == '"' || tag[at] == '\'';
    const auto begin = quoted ? at + 1 : at;
    const auto end = std::min(
        quoted ? tag.find(tag[at], begin) : tag.find_first_of(" \t\r\n>", begin), tag.size());
    if (equal_ignoring_case(found, name)) return AttributeValue{begin, end};
    at = quoted ? end + 1 : end;
  }
  return std::nullopt;
}

}  // namespace cmos::page
