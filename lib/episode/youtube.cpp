#include "episode/youtube.h"

#include <algorithm>
#include <string_view>

#include "base/web.h"
#include "episode/html_tag.h"
#include "episode/lines.h"

namespace cmos::page {

namespace {

Declared<std::string> declare(const MappedText& body, AttributeValue value) {
  const std::string_view text = body.text();
  const bool is_quoted = text[value.begin - 1] == '"' || text[value.begin - 1] == '\'';
  const std::size_t quote = is_quoted ? 1 : 0;
  return {std::string(text.substr(value.begin, value.end - value.begin)),
          body.origin(value.begin - quote, std::min(value.end + quote, text.size()))};
}

}  // namespace

std::optional<Declared<std::string>> find_youtube_id(const MappedText& body,
                                                     DiagnosticCollector& diagnostics) {
  const std::string_view text = body.text();
  for (auto at = text.find("{%"); at != std::string_view::npos; at = text.find("{%", at + 2)) {
    const auto name = skip_blanks(text, at + 2);
    const auto directive = line_at(text, name).text;
    if (!directive.starts_with("youtube")) continue;
    const auto value = find_html_attribute(directive.substr(0, directive.find("%}")), "id");
    if (!value || value->begin == value->end) {
      diagnostics.add(body.origin(at), "youtube-id-missing",
                      "the video has no ID; write {% youtube id=\"...\" %}");
      return std::nullopt;
    }
    auto id = declare(body, {name + value->begin, name + value->end});
    if (!is_youtube_id(id.value)) {
      diagnostics.add(id.source.begin, "youtube-id-malformed",
                      "an ID of YouTube has 11 letters, digits, - or _; mend it");
    }
    return id;
  }
  return std::nullopt;
}

}  // namespace cmos::page
