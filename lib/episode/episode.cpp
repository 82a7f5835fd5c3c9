#include "episode/episode.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/diagnostic_collector.h"
#include "episode/chapter_list.h"
#include "episode/declared_metadata.h"
#include "episode/front_matter.h"
#include "episode/legacy.h"
#include "episode/markup.h"
#include "episode/markup_checks.h"
#include "episode/page_bytes.h"
#include "episode/sections.h"
#include "episode/transcript.h"
#include "episode/youtube.h"

namespace cmos {

namespace {

// What is known before the text is looked at: a head between marks.
struct Head {
  std::optional<page::FrontMatter> front_matter;
  std::size_t begin;  // Of the page without a byte order mark.

  std::size_t body() const { return front_matter ? front_matter->body : begin; }
};

void read_head(std::string_view page, const Head& head, const page::Markup& markup,
               Episode& episode, DiagnosticCollector& diagnostics) {
  if (head.front_matter) {
    const auto root = page::read_front_matter(page, *head.front_matter, diagnostics);
    page::read_declared_metadata(page::collect_entries(root, diagnostics), head.begin, episode,
                                 diagnostics);
    page::read_chapter_list(root, episode, diagnostics);
    return;
  }
  const auto text = page::blank_all_but_text(page, markup);
  if (page::has_legacy_front_matter(text, head.begin)) {
    page::read_declared_metadata(page::read_legacy_front_matter(text, head.begin), head.begin,
                                 episode, diagnostics);
    return;
  }
  diagnostics.add(head.begin, "front-matter-missing",
                  "the page has no front matter; write title and mp3 between two lines of ---");
}

// Code is shown on the site, and nobody says it.
void report_code(const page::MappedText& body, const std::vector<SourceSpan>& sections,
                 const page::Markup& markup, DiagnosticCollector& diagnostics) {
  for (const auto& section : sections) {
    if (section.begin == section.end) continue;
    const auto [begin, end] = body.origin(section.begin, section.end);
    for (const auto& [kind, source] : markup) {
      const bool is_inside = begin <= source.begin && source.begin < end;
      if (kind != page::MarkupPiece::Kind::code_block || !is_inside) continue;
      diagnostics.add(
          source.begin, "code-in-transcript",
          "this block of code is no speech and is left out; write it as speech if it is "
          "read aloud");
    }
  }
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

class PageReader {
 public:
  PageReader(const Page& page, const std::string& default_language) : diagnostics_(page) {
    episode_.language = default_language;
    auto text = page::readable_page(page.text, diagnostics_);
    if (!text) return;
    episode_.title = std::filesystem::path(page.name).stem().string();
    const auto begin = page::skip_byte_order_mark(*text);
    text_ = std::move(*text);
    head_ = Head{page::find_front_matter(text_, begin, diagnostics_), begin};
    markup_ = page::read_markup(text_, head_->body(), diagnostics_);
  }

  void read_head() {
    if (!head_) return;
    cmos::read_head(text_, *head_, markup_, episode_, diagnostics_);
    episode_.code = page::code_in(markup_);
    episode_.youtube_id = page::find_youtube_id(text_, markup_, diagnostics_);
  }

  void read_transcript() {
    if (!head_) return;
    const auto body = page::shown_text(text_, markup_);
    const auto sections = page::find_transcript(body, diagnostics_);
    report_code(body, sections, markup_, diagnostics_);
    page::read_transcript(body, sections, episode_, diagnostics_);
    check_stamps(episode_, diagnostics_);
    page::check_markup(text_, head_->body(), episode_.code, diagnostics_);
  }

  WithDiagnostics<Episode> finish() && {
    return {std::move(episode_), std::move(diagnostics_).in_page_order()};
  }

 private:
  DiagnosticCollector diagnostics_;
  Episode episode_;
  std::string text_;
  std::optional<Head> head_;  // None of a page that cannot be read.
  page::Markup markup_;
};

}  // namespace

WithDiagnostics<Episode> parse_episode(const Page& page, const std::string& default_language) {
  PageReader reader(page, default_language);
  reader.read_head();
  reader.read_transcript();
  return std::move(reader).finish();
}

WithDiagnostics<Episode> parse_head(const Page& page, const std::string& default_language) {
  PageReader reader(page, default_language);
  reader.read_head();
  return std::move(reader).finish();
}

void append_word(std::string& text, const Word& word) {
  if (!text.empty() && !word.joined) text += ' ';
  text += word.text;
}

std::size_t word_behind(const Episode& episode, const Heading& heading) {
  const auto next = heading.turn < episode.turns.size() ? episode.turns[heading.turn].first_word
                                                        : episode.words.size();
  return heading.word.value_or(next);
}

}  // namespace cmos
