// What a viewer reads of one paragraph of Markdown, character by character, and where each comes
// from.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cmos/rule.h"
#include "cmos/source_position.h"

namespace cmos::page {

struct Glyph {
  enum class Kind : std::uint8_t {
    text,         // Of Markdown's own text, where brackets mark notes.
    literal,      // Of code and of tags that are no HTML.
    open_quote,   // <q>
    close_quote,  // </q>
  };

  char32_t character;   // Of quotes: the outer marks, until Quotations::resolve() looked at them.
  std::uint32_t begin;  // Bytes of the paragraph, markup included where it shows something.
  std::uint32_t end;
  std::optional<std::uint32_t> link;  // Index into ShownText::links.
  Kind kind;
};

struct ShownLink {
  std::string target;
  SourceSpan source;  // Of the paragraph; the whole link.
};

struct InlineFault {
  std::size_t offset;  // Of the paragraph.
  RuleName rule;
  std::string message;
};

struct ShownText {
  std::vector<Glyph> glyphs;
  std::vector<ShownLink> links;  // By their beginning; none lies inside another.
  std::vector<InlineFault> faults;
};

// The longest text that show_inline() should be given. cmark 0.30.2 takes quadratic time for some
// texts: "![[]()" over and over takes 2 ms at this size. The real pages' longest paragraph has
// 2 KiB.
inline constexpr std::size_t kMaxInlineSize = std::size_t{8} << 10U;

// Line ends in `paragraph` are spaces already; it is valid UTF-8 without NUL and need not be one
// that Markdown would take as a paragraph. Emphasis, code, links, images, escapes and entities are
// CommonMark's; known HTML tags vanish, unknown ones are text.
ShownText show_inline(std::string_view paragraph);

// Whether a character parts words and shows nothing.
bool is_space(char32_t character);
bool is_letter_or_digit(char32_t character);

}  // namespace cmos::page
