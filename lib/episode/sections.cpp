#include "episode/sections.h"

#include <optional>

#include "base/ascii.h"
#include "episode/lines.h"

namespace cmos::page {

std::vector<SourceSpan> find_transcript(const MappedText& body, DiagnosticCollector& diagnostics) {
  std::vector<SourceSpan> sections;
  std::optional<std::size_t> opening;  // The [transcript] that is not closed yet.
  for (std::size_t at = 0; at < body.text().size();) {
    const auto line = line_at(body.text(), at);
    const auto text = trim(line.text);
    if (equal_ignoring_case(text, "[transcript]")) {
      if (!sections.empty()) {
        diagnostics.add(body.origin(at), "transcript-repeated",
                        "the transcript begins once more, its turns follow those before; remove "
                        "this line");
      }
      if (opening) sections.back().end = at;
      opening = at;
      sections.push_back({line.next, body.text().size()});
    } else if (opening && equal_ignoring_case(text, "[/transcript]")) {
      sections.back().end = at;
      opening.reset();
    }
    at = line.next;
  }
  if (opening) {
    diagnostics.add(body.origin(*opening), "transcript-unclosed",
                    "the transcript is never closed, so all up to the end of the page is taken for "
                    "it; write [/transcript] behind the last turn");
  }
  if (sections.empty()) {
    diagnostics.add(body.origin(body.text().size()), "transcript-missing",
                    "the page has no transcript; write it between the lines [transcript] and "
                    "[/transcript]");
  }
  return sections;
}

}  // namespace cmos::page
