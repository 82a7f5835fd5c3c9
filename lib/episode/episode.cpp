#include "episode/episode.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <utility>

#include "base/diagnostic_collector.h"
#include "episode/chapter_list.h"
#include "episode/comments.h"
#include "episode/declared_metadata.h"
#include "episode/front_matter.h"
#include "episode/legacy.h"
#include "episode/markup_checks.h"
#include "episode/page_bytes.h"
#include "episode/transcript.h"
#include "episode/youtube.h"

namespace cmos {

namespace {

// Returns where the page's text begins behind its front_matter.
std::size_t read_front_matter_part(std::string_view page, Episode& episode,
                                   DiagnosticCollector& diagnostics) {
  const auto begin = page::skip_byte_order_mark(page);
  if (const auto front_matter = page::find_front_matter(page, begin, diagnostics)) {
    const auto entries = page::read_front_matter(page, front_matter->yaml, diagnostics);
    page::read_declared_metadata(entries, begin, episode, diagnostics);
    if (const auto list = entries.find("chapters"); list != entries.end()) {
      episode.chapters =
          page::read_chapter_list(page, front_matter->yaml, list->second, diagnostics);
    }
    return front_matter->body;
  }
  if (page::has_legacy_front_matter(page, begin)) {
    page::read_declared_metadata(page::read_legacy_front_matter(page, begin), begin, episode,
                                 diagnostics);
    return begin;
  }
  diagnostics.add(begin, "front-matter-missing",
                  "the page has no front matter; write title and mp3 between two lines of ---");
  return begin;
}

void check_stamps(const Episode& episode, DiagnosticCollector& diagnostics) {
  if (!episode.mp3.duration) return;
  const auto declared = episode.mp3.duration->value;
  const auto is_beyond = [declared](const Turn& turn) { return turn.stamp > declared; };
  const auto first = std::ranges::find_if(episode.turns, is_beyond);
  if (first == episode.turns.end()) return;
  const auto count = std::count_if(first, episode.turns.end(), is_beyond);
  diagnostics.add(
      first->stamp_source.begin, "stamp-beyond-claimed-time",
      fmt::format("stamp [{}] lies after the end of the MP3 that the page claims ({}){}; "
                  "mend `time` or the stamps",
                  format_clock(*first->stamp), format_clock(declared),
                  count > 1 ? fmt::format(", as do {} more", count - 1) : ""));
}

}  // namespace

WithDiagnostics<Episode> parse_episode(const Page& page, const std::string& default_language) {
  Episode episode;
  episode.language = default_language;
  DiagnosticCollector diagnostics(page);
  if (const auto text = page::readable_page(page.text, diagnostics)) {
    episode.title = std::filesystem::path(page.name).stem().string();
    const auto begin = read_front_matter_part(*text, episode, diagnostics);
    const auto body = page::without_comments(*text, begin, diagnostics);
    episode.youtube_id = page::find_youtube_id(body, diagnostics);
    page::read_transcript(body, episode, diagnostics);
    check_stamps(episode, diagnostics);
    page::check_markup(*text, begin, diagnostics);
  }
  return {std::move(episode), std::move(diagnostics).in_page_order()};
}

}  // namespace cmos
