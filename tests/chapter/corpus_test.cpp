#include <catch2/catch.hpp>
#include <cstdlib>
#include <filesystem>
#include <iostream>

#include "align/silence_aligner.h"
#include "base/unicode.h"
#include "chapter/find_chapters.h"
#include "chapter/title.h"
#include "support/process.h"

namespace fs = std::filesystem;

TEST_CASE("chapters of real pages fill them, none is too short, and most begin with a question") {
  const char* const corpus = std::getenv("CMOS_CORPUS");
  if (corpus == nullptr) {
    std::cout << "SKIPPED: CMOS_CORPUS is not set\n";
    return;
  }
  const cmos::ChapterOptions options;
  int found = 0;
  int questions = 0;
  for (const auto& entry : fs::directory_iterator(fs::path(corpus) / "pages")) {
    if (entry.path().extension() != ".md") continue;
    INFO(entry.path());
    const cmos::Page page(entry.path(), content_of(entry.path()));
    const auto episode = cmos::parse_episode(page).value;
    const auto alignment = cmos::align_by_silence(episode, std::nullopt);
    const auto [chapters, diagnostics] = cmos::find_chapters(episode, alignment, {}, options, page);
    CHECK(diagnostics.empty());
    CHECK(chapters.size() > 3);
    cmos::Time end(0);
    for (const auto& chapter : chapters) {
      CHECK(chapter.time.start == end);
      CHECK(chapter.time.length() >= options.minimum);
      end = chapter.time.end;
      if (chapter.time.start == cmos::Time(0)) continue;
      CHECK(cmos::count_graphemes(chapter.title) <= cmos::kMaxTitle + 1);
      ++found;
      questions += chapter.title.ends_with("?") ? 1 : 0;
    }
    CHECK(end == alignment.duration);
  }
  CHECK(found > 40);
  CHECK(questions * 10 > found * 7);
}
