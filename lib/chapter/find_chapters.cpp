#include "chapter/find_chapters.h"

#include <algorithm>
#include <set>
#include <utility>
#include <vector>

#include "base/web.h"
#include "chapter/boundaries.h"
#include "cmos/source_position.h"

namespace cmos {

namespace {

using Starts = std::vector<ChapterStart>;

Starts listed_starts(const Episode& episode, const LineTable& lines) {
  Starts starts;
  for (const auto& chapter : episode.chapters) {
    starts.push_back(
        {chapter.time, chapter.title, chapter.url, chapter.image, lines.position(chapter.offset)});
  }
  return starts;
}

Starts starts_from_headings(const Episode& episode, const Alignment& alignment,
                            std::span<const Interval> silences, const LineTable& lines) {
  Starts starts;
  for (const auto& heading : episode.headings) {
    const auto word = word_behind(episode, heading);
    const auto time = word < episode.words.size() ? start_in_silence(alignment, silences, word)
                                                  : alignment.duration;
    starts.push_back({time, heading.text, "", "", lines.position(heading.source.begin)});
  }
  return starts;
}

Starts starts_from_turns(const Episode& episode, const Alignment& alignment,
                         std::span<const Interval> silences, Time minimum) {
  if (episode.turns.empty()) return {};
  Starts starts{{Time(0), episode.title, "", "", std::nullopt}};
  const auto possible = possible_boundaries(episode, alignment, silences);
  for (const auto& boundary : choose_boundaries(possible, alignment.duration, minimum)) {
    starts.push_back({boundary.start, boundary.title.text, "", "", std::nullopt});
  }
  return starts;
}

// What starts with the first breath starts with the sound: a chapter of half a second in front of
// it would be of no use.
void begin_at_once(Starts& starts) {
  constexpr Time kShortestOpening{1000};  // Our choice.
  const auto first = std::ranges::min_element(starts, {}, &ChapterStart::time);
  if (first != starts.end() && first->time < kShortestOpening) first->time = Time(0);
}

void add_links(const Episode& episode, const Alignment& alignment, Chapters& chapters) {
  for (auto& chapter : chapters) {
    std::set<std::string_view> targets;
    for (const auto& link : episode.links) {
      const auto start = alignment.words[link.first_word].time.start;
      if (chapter.time.start <= start && start < chapter.time.end && is_web_address(link.target)) {
        targets.insert(link.target);
      }
    }
    if (targets.size() == 1) chapter.url = *targets.begin();
  }
}

}  // namespace

bool chapters_need_words(const Episode& episode, ChapterMode mode) {
  if (mode == ChapterMode::none) return false;
  return mode == ChapterMode::from_turns || episode.chapters.empty();
}

WithDiagnostics<Chapters> find_chapters(const Episode& episode, const Alignment& alignment,
                                        std::span<const Interval> silences,
                                        const ChapterOptions& options, const Page& page) {
  const auto mode = options.mode;
  if (mode == ChapterMode::none) return {};
  Starts starts;
  if (!chapters_need_words(episode, mode)) {
    starts = listed_starts(episode, page.lines);
  } else if (mode != ChapterMode::from_turns) {
    starts = starts_from_headings(episode, alignment, silences, page.lines);
  }
  if (starts.empty() && mode != ChapterMode::from_page) {
    starts = starts_from_turns(episode, alignment, silences, options.minimum);
  }
  begin_at_once(starts);
  auto [chapters, diagnostics] =
      complete_chapters(std::move(starts), alignment.duration, episode.title, page.name);
  if (chapters_need_words(episode, mode)) add_links(episode, alignment, chapters);
  if (chapters.empty()) {
    diagnostics.push_back(
        make_diagnostic("chapters-missing", page.name, std::nullopt,
                        "there are no chapters: the page gives none that lie in the sound"));
  }
  return {std::move(chapters), std::move(diagnostics)};
}

}  // namespace cmos
