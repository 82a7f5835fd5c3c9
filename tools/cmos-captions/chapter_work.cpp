#include "chapter_work.h"

#include <fmt/format.h>

#include <cstdint>
#include <vector>

#include "id3/chapters.h"
#include "interruption.h"

namespace cmos {

namespace {

void compare_with_declared(const EpisodePage& page, std::uint64_t size, Reporter& reporter) {
  const auto& declared = page.episode.mp3.size;
  if (!declared || declared->value == size) return;
  reporter.report(make_diagnostic(
      "mp3-size", page.page.name, page.page.lines.position(declared->source.begin),
      fmt::format("size is {}, but the marked MP3 has {} bytes; write that when it is published",
                  declared->value, size)));
}

}  // namespace

Chapters find_chapters(const TimedPage& timed, const ChapterOptions& options, Reporter& reporter) {
  const auto& [path, page, episode] = timed.page;
  const auto silences = timed.sound ? timed.sound->info.silences : std::vector<Interval>();
  auto [chapters, diagnostics] = find_chapters(episode, timed.alignment, silences, options, page);
  reporter.report(diagnostics);
  return std::move(chapters);
}

bool mark_mp3(const TimedPage& timed, const std::filesystem::path& target, const Chapters& chapters,
              Reporter& reporter) {
  const auto& mp3 = timed.sound->mp3;
  const auto held_off = hold_off_interruption();
  const auto marked =
      mark_chapters(mp3, target.empty() ? mp3 : target, chapters, timed.page.path.parent_path());
  if (!marked) {
    reporter.report(to_diagnostic(marked.error(), mp3.string()));
    return false;
  }
  reporter.report(marked->diagnostics);
  compare_with_declared(timed.page, marked->value.size, reporter);
  return true;
}

}  // namespace cmos
