#include "chapter/find_chapters.h"

#include <set>
#include <utility>
#include <vector>

#include "base/source_position.h"
#include "chapter/boundaries.h"
#include "chapter/complete.h"

namespace cmos {

namespace {

using Starts = std::vector<ChapterStart>;

Starts starts_from_page(const Episode& episode, const Alignment& alignment,
                        std::span<const Interval> silences, std::string_view page) {
  const LineTable lines(page);
  Starts starts;
  for (const auto& chapter : episode.chapters) {
    starts.push_back(
        {chapter.time, chapter.title, chapter.url, chapter.image, lines.position(chapter.offset)});
  }
  if (!starts.empty()) return starts;
  for (const auto& heading : episode.headings) {
    const auto time =
        heading.turn < episode.turns.size()
            ? start_in_silence(alignment, silences, episode.turns[heading.turn].first_word)
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

bool is_web_link(std::string_view target) {
  return target.starts_with("http://") || target.starts_with("https://");
}

void add_links(const Episode& episode, const Alignment& alignment, Chapters& chapters) {
  for (auto& chapter : chapters) {
    if (!chapter.url.empty()) continue;
    std::set<std::string_view> targets;
    for (const auto& link : episode.links) {
      const auto start = alignment.words[link.first_word].time.start;
      if (chapter.time.start <= start && start < chapter.time.end && is_web_link(link.target)) {
        targets.insert(link.target);
      }
    }
    if (targets.size() == 1) chapter.url = *targets.begin();
  }
}

}  // namespace

FoundChapters find_chapters(const Episode& episode, const Alignment& alignment,
                            std::span<const Interval> silences, const ChapterOptions& options,
                            std::string_view page, const std::string& file) {
  Starts starts;
  const auto mode = options.mode;
  if (mode == ChapterMode::automatic || mode == ChapterMode::from_page) {
    starts = starts_from_page(episode, alignment, silences, page);
  }
  if (mode == ChapterMode::from_turns || (mode == ChapterMode::automatic && starts.empty())) {
    starts = starts_from_turns(episode, alignment, silences, options.minimum);
  }
  auto completed = complete_chapters(std::move(starts), alignment.duration, episode.title, file);
  add_links(episode, alignment, completed.chapters);
  return {std::move(completed.chapters), std::move(completed.findings)};
}

}  // namespace cmos
