#include "episode/youtube.h"

#include <algorithm>

#include "base/web.h"
#include "episode/html_tag.h"

namespace cmos::page {

namespace {

bool is_quote(char c) {
  return c == '"' || c == '\'';
}

}  // namespace

std::optional<Declared<std::string>> find_youtube_id(std::string_view page, const Markup& markup,
                                                     DiagnosticCollector& diagnostics) {
  const auto shows_video = [&](const MarkupPiece& piece) {
    const auto tag = page.substr(piece.source.begin, piece.source.end - piece.source.begin);
    return piece.kind == MarkupPiece::Kind::template_tag && template_tag_name(tag) == "youtube";
  };
  const auto found = std::ranges::find_if(markup, shows_video);
  if (found == markup.end()) return std::nullopt;
  const auto begin = page.find("youtube", found->source.begin);
  const auto end = page.substr(0, found->source.end - 2).ends_with('-') ? found->source.end - 3
                                                                        : found->source.end - 2;
  const auto value = find_html_attribute(page.substr(begin, end - begin), "id");
  if (!value || value->begin == value->end) {
    diagnostics.add(found->source.begin, "youtube-id-missing",
                    "the video has no ID; write {% youtube id=\"...\" %}");
    return std::nullopt;
  }
  SourceSpan source{begin + value->begin, begin + value->end};
  std::string id(page.substr(source.begin, source.end - source.begin));
  if (is_quote(page[source.begin - 1])) {
    source = {source.begin - 1, std::min(source.end + 1, page.size())};
  }
  if (!is_youtube_id(id)) {
    diagnostics.add(source.begin, "youtube-id-malformed",
                    "an ID of YouTube has 11 letters, digits, - or _; mend it");
  }
  return Declared<std::string>{std::move(id), source};
}

}  // namespace cmos::page
