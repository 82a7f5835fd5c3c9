#include "id3/tag.h"

#include <catch2/catch.hpp>
#include <fstream>

#include "id3/chapters.h"
#include "sources.h"
#include "support/process.h"
#include "support/temporary_folder.h"

namespace fs = std::filesystem;

TEST_CASE("tags that cannot be kept are refused with the reason, and no file changes") {
  const TemporaryFolder folder;
  const auto source = folder.path() / "source.mp3";
  const auto target = folder.path() / "target.mp3";
  std::ofstream(target) << "earlier output";
  for (const auto& refused : make_refused_sources(make_audio(folder.path()))) {
    INFO(refused.name);
    std::ofstream(source, std::ios::binary) << refused.bytes;
    const cmos::Chapters chapters{{{cmos::Time(0), cmos::Time(3000)}, "Title", "", ""}};
    const auto outcome = cmos::mark_chapters(source, target, chapters, folder.path());
    REQUIRE_FALSE(outcome);
    CHECK_THAT(outcome.error().message, Catch::Contains(refused.name));
    CHECK_FALSE(cmos::mark_chapters(source, source, chapters, folder.path()));
    CHECK(content_of(source) == refused.bytes);
    CHECK(content_of(target) == "earlier output");
  }
}
