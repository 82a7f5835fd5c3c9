#include "episode/markup_checks.h"

#include <fmt/format.h>

#include <string>
#include <unordered_set>

#include "episode/html_tag.h"

namespace cmos::page {

namespace {

// Longer names are no tags.
constexpr std::size_t kMaxTagSize = 64;

void check_closing_tags(std::string_view page, std::size_t begin,
                        const std::vector<SourceSpan>& code, DiagnosticCollector& diagnostics) {
  std::unordered_set<std::string> opened;  // Tags of the site's own, such as <podcast>.
  for (auto at = page.find('<', begin); at != std::string_view::npos; at = page.find('<', at + 1)) {
    if (lies_in(code, at)) continue;
    const auto text = page.substr(at, kMaxTagSize);
    const auto tag = parse_html_tag(text);
    if (!tag || is_html_element(tag->name)) continue;
    if (!tag->closing) {
      opened.insert(tag->name);
    } else if (text.substr(2 + tag->name.size()).starts_with('>') && !opened.contains(tag->name)) {
      diagnostics.add(at, "tag-unknown",
                      fmt::format("</{}> is no HTML and closes nothing; remove it or mend its name",
                                  tag->name));
    }
  }
}

void check_schemes(std::string_view page, std::size_t begin, const std::vector<SourceSpan>& code,
                   DiagnosticCollector& diagnostics) {
  for (auto at = page.find("http", begin); at != std::string_view::npos;
       at = page.find("http", at + 4)) {
    if (lies_in(code, at)) continue;
    auto rest = page.substr(at + 4);
    if (rest.starts_with('s')) rest.remove_prefix(1);
    if (!rest.starts_with("://")) continue;
    rest.remove_prefix(3);
    if (rest.starts_with("www.")) rest.remove_prefix(4);
    if (!rest.starts_with("http://") && !rest.starts_with("https://")) continue;
    const auto doubled = static_cast<std::size_t>(rest.data() - page.data()) - at;
    diagnostics.add(
        at, "link-doubled-scheme",
        fmt::format("the address begins twice ({0}http); remove {0}", page.substr(at, doubled)),
        {{{at, at + doubled}, ""}});
  }
}

}  // namespace

void check_markup(std::string_view page, std::size_t begin, const std::vector<SourceSpan>& code,
                  DiagnosticCollector& diagnostics) {
  check_closing_tags(page, begin, code, diagnostics);
  check_schemes(page, begin, code, diagnostics);
}

}  // namespace cmos::page
