#include "format/chapters_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <string_view>
#include <utility>

namespace cmos {

namespace {

constexpr std::chrono::seconds kShortest{10};
constexpr std::size_t kMaxSize = 5000;
constexpr std::size_t kFewest = 3;

Time shown_length(const Chapter& chapter) {
  const auto shown = [](Time time) { return std::chrono::floor<std::chrono::seconds>(time); };
  return shown(chapter.time.end) - shown(chapter.time.start);
}

std::string without_angle_brackets(std::string_view text) {
  std::string result;
  for (const char c : text) {
    if (c == '<') {
      result += "\u2039";
    } else if (c == '>') {
      result += "\u203A";
    } else {
      result += c;
    }
  }
  return result;
}

std::string render(const Chapters& chapters) {
  std::string text;
  for (const auto& chapter : chapters) {
    text += fmt::format("{} {}\n", format_clock(chapter.time.start),
                        without_angle_brackets(chapter.title));
  }
  return text;
}

Chapters::iterator shortest(Chapters& chapters) {
  return std::ranges::min_element(chapters, {}, shown_length);
}

// Makes the chapter part of its neighbour.
void merge(Chapters& chapters, Chapters::iterator chapter) {
  if (chapter == chapters.begin()) {
    std::next(chapter)->time.start = chapter->time.start;
  } else {
    std::prev(chapter)->time.end = chapter->time.end;
  }
  chapters.erase(chapter);
}

}  // namespace

Chapters in_video(Chapters chapters, Time offset) {
  for (std::size_t i = 0; i < chapters.size(); ++i) {
    if (i > 0) chapters[i].time.start += offset;
    chapters[i].time.end += offset;
  }
  return chapters;
}

WithDiagnostics<std::string> write_chapters_text(const Chapters& chapters,
                                                 const std::string& file) {
  WithDiagnostics<std::string> result;
  const auto warn = [&](RuleName rule, std::string message) {
    result.diagnostics.push_back(make_diagnostic(rule, file, std::nullopt, std::move(message)));
  };
  auto kept = chapters;
  while (kept.size() > 1) {
    const auto chapter = shortest(kept);
    const bool is_too_short = shown_length(*chapter) < kShortest;
    if (!is_too_short && render(kept).size() <= kMaxSize) break;
    warn("youtube-chapter-merged",
         fmt::format(R"(chapter "{}" at {} is merged into its neighbour: {})", chapter->title,
                     format_clock(chapter->time.start),
                     is_too_short ? "YouTube wants at least 10 s for each"
                                  : "YouTube takes at most 5,000 bytes"));
    merge(kept, chapter);
  }
  if (!kept.empty() && kept.size() < kFewest) {
    warn("youtube-too-few-chapters",
         fmt::format("YouTube shows chapters only if there are at least 3, not {}", kept.size()));
  }
  result.value = render(kept);
  return result;
}

}  // namespace cmos
