// The page's text taken apart: what is text, and what only looks so.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic_collector.h"
#include "cmos/source_position.h"
#include "episode/mapped_text.h"

namespace cmos::page {

struct MarkupPiece {
  enum class Kind : std::uint8_t {
    text,
    code_span,      // Between backticks, or between {% raw %} and {% endraw %}: shown as it stands.
    code_block,     // Whole lines: a fence, <pre>, <script> and the like, {% highlight %}, and
                    // indented code outside the transcript.
    comment,        // <!-- -->, {% comment %}, {::comment}.
    template_tag,   // {% name ... %}
    template_text,  // {{ ... }}, {: ... }: what the site's generator reads.
    footnote_mark,  // [^1]
    footnote,       // Whole lines: [^1]: text.
  };

  Kind kind;
  SourceSpan source;
};

using Markup = std::vector<MarkupPiece>;  // In page order, without gaps.

// The page from `begin` on. Sources: CommonMark 0.30 (4.4 to 4.6, 6.1), Liquid 4 ("Template tags",
// "Whitespace control", raw, comment), kramdown's syntax (attribute lists, comments, footnotes).
// What is never closed is text; of a comment that is a diagnostic.
Markup read_markup(std::string_view page, std::size_t begin, DiagnosticCollector& diagnostics);

// What is shown of the page: its text and code spans. What has its lines to itself and is left out
// takes them along, so that it does not part what it stands in; code blocks and footnotes part it.
MappedText shown_text(std::string_view page, const Markup& markup);

// Where code stands, blocks and spans.
std::vector<SourceSpan> code_in(const Markup& markup);

// The page with blanks in the place of all that is no text or tag: every byte has its old offset.
std::string blank_all_but_text(std::string_view page, const Markup& markup);

// The name of a template tag "{% name ... %}", whitespace control or not.
std::string_view template_tag_name(std::string_view tag);

}  // namespace cmos::page
