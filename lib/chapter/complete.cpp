#include "chapter/complete.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "base/unicode.h"

namespace cmos {

namespace {

// Drops starts with a warning each.
class Sieve {
 public:
  explicit Sieve(const std::string& file) : file_(file) {}

  // Keeps the starts that `fault` finds nothing wrong with; it may see the start kept last.
  void drop(std::vector<ChapterStart>& starts, RuleName rule, const auto& fault) {
    std::vector<ChapterStart> kept;
    for (auto& start : starts) {
      const std::string wrong = fault(start, kept);
      if (wrong.empty()) {
        kept.push_back(std::move(start));
      } else {
        diagnostics_.push_back(make_diagnostic(rule, file_, start.position, wrong));
      }
    }
    starts = std::move(kept);
  }

  Diagnostics take_diagnostics() { return std::move(diagnostics_); }

 private:
  const std::string& file_;
  Diagnostics diagnostics_;
};

using Starts = std::vector<ChapterStart>;

void drop_faulty(Starts& starts, Time duration, Sieve& sieve) {
  sieve.drop(starts, "chapter-untitled", [](const ChapterStart& start, const Starts&) {
    return start.title.empty() ? fmt::format("the chapter at {} has no title; it is left out",
                                             format_clock(start.time))
                               : "";
  });
  sieve.drop(starts, "chapter-beyond-end", [&](const ChapterStart& start, const Starts&) {
    return start.time >= duration
               ? fmt::format(
                     R"(chapter "{}" at {} lies after the end of the audio ({}); it is left out)",
                     start.title, format_clock(start.time), format_clock(duration))
               : "";
  });
  sieve.drop(starts, "chapter-twice", [](const ChapterStart& start, const Starts& kept) {
    return !kept.empty() && kept.back().time == start.time
               ? fmt::format(R"(chapter "{}" starts at {} like "{}"; it is left out)", start.title,
                             format_clock(start.time), kept.back().title)
               : "";
  });
}

}  // namespace

WithDiagnostics<Chapters> complete_chapters(std::vector<ChapterStart> starts, Time duration,
                                            const std::string& episode_title,
                                            const std::string& file) {
  for (auto& start : starts) start.title = one_line(start.title);
  std::ranges::stable_sort(
      starts, [](const ChapterStart& a, const ChapterStart& b) { return a.time < b.time; });
  Sieve sieve(file);
  drop_faulty(starts, duration, sieve);
  if (!starts.empty() && starts.front().time > Time(0)) {
    auto title = one_line(episode_title);
    if (title.empty()) title = starts.front().title;
    starts.insert(starts.begin(), {Time(0), std::move(title), "", "", std::nullopt});
  }
  sieve.drop(starts, "too-many-chapters", [](const ChapterStart& start, const Starts& kept) {
    return kept.size() == kMaxChapters
               ? fmt::format("chapter \"{}\" is left out, as an MP3 holds at most {}", start.title,
                             kMaxChapters)
               : "";
  });
  Chapters chapters;
  for (std::size_t i = 0; i < starts.size(); ++i) {
    auto& start = starts[i];
    const auto end = i + 1 < starts.size() ? starts[i + 1].time : duration;
    chapters.push_back(
        {{start.time, end}, std::move(start.title), std::move(start.url), std::move(start.image)});
  }
  return {std::move(chapters), sieve.take_diagnostics()};
}

}  // namespace cmos
