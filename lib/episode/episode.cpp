#include "episode/episode.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <utility>

#include "base/findings.h"
#include "episode/chapter_list.h"
#include "episode/claims.h"
#include "episode/comments.h"
#include "episode/front_matter.h"
#include "episode/legacy.h"
#include "episode/markup_checks.h"
#include "episode/page_bytes.h"
#include "episode/transcript.h"
#include "episode/youtube.h"

namespace cmos {

namespace {

// Returns where the page's text begins behind its head.
std::size_t read_head(std::string_view page, const std::string& file, Episode& episode,
                      Findings& findings) {
  episode.title = std::filesystem::path(file).stem().string();
  const auto begin = page::skip_byte_order_mark(page);
  if (const auto front_matter = page::find_front_matter(page, begin, findings)) {
    const auto entries = page::read_front_matter(page, front_matter->yaml, findings);
    page::read_claims(entries, begin, episode, findings);
    if (const auto list = entries.find("chapters"); list != entries.end()) {
      episode.chapters = page::read_chapter_list(page, front_matter->yaml, list->second, findings);
    }
    return front_matter->body;
  }
  if (page::has_legacy_head(page, begin)) {
    page::read_claims(page::read_legacy_head(page, begin), begin, episode, findings);
    return begin;
  }
  findings.add(begin, "front-matter-missing",
               "the page has no front matter; write title and mp3 between two lines of ---");
  return begin;
}

void check_stamps(const Episode& episode, Findings& findings) {
  if (!episode.mp3.duration) return;
  const auto claimed = episode.mp3.duration->value;
  const auto is_beyond = [claimed](const Turn& turn) { return turn.stamp > claimed; };
  const auto first = std::ranges::find_if(episode.turns, is_beyond);
  if (first == episode.turns.end()) return;
  const auto count = std::count_if(first, episode.turns.end(), is_beyond);
  findings.add(first->stamp_source.begin, "stamp-beyond-claimed-time",
               fmt::format("stamp [{}] lies after the end of the MP3 that the page claims ({}){}; "
                           "mend `time` or the stamps",
                           format_clock(*first->stamp), format_clock(claimed),
                           count > 1 ? fmt::format(", as do {} more", count - 1) : ""));
}

}  // namespace

ParsedEpisode parse_episode(std::string_view page, const std::string& file,
                            const std::string& default_language) {
  ParsedEpisode result;
  result.episode.language = default_language;
  Findings findings(page, file);
  if (const auto text = page::readable_page(page, findings)) {
    const auto begin = read_head(*text, file, result.episode, findings);
    const auto body = page::without_comments(*text, begin, findings);
    result.episode.youtube_id = page::find_youtube_id(body, findings);
    page::read_transcript(body, result.episode, findings);
    check_stamps(result.episode, findings);
    page::check_markup(*text, begin, findings);
  }
  result.findings = std::move(findings).in_page_order();
  return result;
}

}  // namespace cmos
