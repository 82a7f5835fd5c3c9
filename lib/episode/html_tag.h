// HTML tags inside speech.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace cmos::page {

struct HtmlTag {
  std::string name;  // In lower case.
  bool closing = false;
  bool has_attributes = false;
};

// `text` is a whole tag, from '<' to '>', or the beginning of one. Nothing if it is no tag.
std::optional<HtmlTag> parse_html_tag(std::string_view text);

// Whether HTML has, or once had, an element of that name (in lower case).
bool is_html_element(std::string_view name);
// Whether it parts the words on its two sides: "br", "p", "li".
bool is_html_separator(std::string_view name);

// Where the value of an attribute lies in a whole tag, without its quotes. The name is in lower
// case.
struct AttributeValue {
  std::size_t begin;
  std::size_t end;
};
std::optional<AttributeValue> find_html_attribute(std::string_view tag, std::string_view name);

}  // namespace cmos::page
