#include <catch2/catch.hpp>
#include <fstream>
#include <string>
#include <vector>

#include "chapter/complete.h"
#include "id3/chapters.h"
#include "judges.h"
#include "sources.h"
#include "support/process.h"
#include "support/rule_of.h"
#include "support/temporary_folder.h"
#include "tag_bytes.h"

namespace fs = std::filesystem;
using cmos::Chapters;
using cmos::mark_chapters;
using cmos::Time;
using namespace tag_bytes;

namespace {

// Latin, Hebrew, Yoruba with dots and tone marks, Chinese and Japanese, an emoji.
Chapters some_chapters() {
  return {{{Time(0), Time(700)}, "Hello & <welcome>", "", ""},
          {{Time(700), Time(1500)}, "שלום עולם", "https://example.org/a?b=c", ""},
          {{Time(1500), Time(1501)}, "Ẹ káàbọ̀ sí ètò wa", "", ""},
          {{Time(1501), Time(2500)}, "章节：標題、タイトル", "", ""},
          {{Time(2500), Time(3000)}, "Bye \U0001F44B", "", ""}};
}

void write_file(const fs::path& path, const std::string& bytes) {
  std::ofstream(path, std::ios::binary) << bytes;
}

fs::path numbered(const fs::path& folder, std::size_t number, const std::string& suffix) {
  return folder / (std::to_string(number) + suffix + ".mp3");
}

void check_chapters(const Seen& seen, const Chapters& chapters) {
  CHECK(seen.chapters == as_seen(chapters));
  CHECK(seen.contents == seen.ids);
  CHECK(seen.ordered);
}

}  // namespace

TEST_CASE("every judge sees the chapters in every kind of tag, and the rest is as before",
          "[long]") {
  const TemporaryFolder folder;
  const auto sources = make_sources(folder.path());
  const auto chapters = some_chapters();
  std::vector<fs::path> marked;
  for (std::size_t i = 0; i < sources.size(); ++i) {
    INFO(sources[i].name);
    write_file(numbered(folder.path(), i, ""), sources[i].bytes);
    marked.push_back(numbered(folder.path(), i, ".chapters"));
    const auto outcome =
        mark_chapters(numbered(folder.path(), i, ""), marked.back(), chapters, folder.path());
    REQUIRE((outcome ? "" : outcome.error().message) == "");
    CHECK(outcome->value.size == fs::file_size(marked.back()));
  }
  const auto python = seen_in_python(marked);
  for (std::size_t i = 0; i < sources.size(); ++i) {
    const auto& source = sources[i];
    INFO(source.name);
    const auto original = numbered(folder.path(), i, "");
    CHECK(content_of(original) == source.bytes);
    const auto bytes = content_of(marked[i]);
    CHECK(bytes.ends_with(source.bytes.substr(source.tags_size)));
    CHECK(bytes.at(3) == source.marked_version);
    CHECK(bytes.substr(10, source.kept_frames.size()) == source.kept_frames);

    const auto& [mutagen, eyed3] = python.at(marked[i].string());
    check_chapters(mutagen, chapters);
    check_chapters(seen_by_taglib(marked[i]), chapters);
    CHECK(mutagen.links == std::vector<std::string>{"https://example.org/a?b=c"});
    if (source.eyed3_can_read) {
      CHECK(eyed3.chapters == as_seen(chapters));
      CHECK(eyed3.contents == mutagen.ids);
    }
    CHECK(seen_by_ffprobe(marked[i]).chapters == as_seen(chapters));
    CHECK(complaints_of_mp3val(marked[i]) == complaints_of_mp3val(original));
    CHECK(packets_hash(marked[i]) == packets_hash(original));
    CHECK(samples_hash(marked[i]) == samples_hash(original));
  }
}

TEST_CASE(
    "marking again does not grow the file, and unmarking leaves it as before but for padding") {
  const TemporaryFolder folder;
  const auto path = folder.path() / "a.mp3";
  auto others = some_chapters();
  others[1].title = "Other";
  for (const auto& source : make_sources(folder.path())) {
    INFO(source.name);
    const auto rest = source.bytes.substr(source.tags_size);
    write_file(path, source.bytes);
    REQUIRE(mark_chapters(path, path, some_chapters(), folder.path()));
    const auto marked = content_of(path);
    CHECK(mark_chapters(path, path, some_chapters(), folder.path())->value.replaced ==
          cmos::Replaced::unchanged);
    CHECK(mark_chapters(path, path, others, folder.path())->value.replaced ==
          cmos::Replaced::written);
    CHECK(content_of(path).size() == marked.size());
    REQUIRE(mark_chapters(path, path, some_chapters(), folder.path()));
    CHECK(content_of(path) == marked);

    REQUIRE(mark_chapters(path, path, {}, folder.path()));
    const auto unmarked = content_of(path);
    if (source.kept_frames.empty()) {
      CHECK(unmarked == rest);
    } else {
      const auto padding = unmarked.size() - rest.size() - 10 - source.kept_frames.size();
      CHECK(unmarked.substr(10) == source.kept_frames + zeros(padding) + rest);
    }
    REQUIRE(mark_chapters(path, path, {}, folder.path()));
    CHECK(content_of(path) == unmarked);
  }
}

TEST_CASE("a file without chapters is not changed by unmarking it") {
  const TemporaryFolder folder;
  const auto path = folder.path() / "a.mp3";
  for (const auto& source : make_sources(folder.path())) {
    if (source.name.ends_with("with chapters")) continue;
    INFO(source.name);
    write_file(path, source.bytes);
    CHECK(mark_chapters(path, path, {}, folder.path())->value.replaced ==
          cmos::Replaced::unchanged);
    CHECK(content_of(path) == source.bytes);
  }
}

TEST_CASE("chapters in a second tag at the start vanish too") {
  const TemporaryFolder folder;
  const auto path = folder.path() / "a.mp3";
  const auto audio = make_audio(folder.path());
  const auto old = std::string("ch1") + zeros(1) + big_endian(0, 4) + big_endian(9, 4) +
                   std::string(8, '\xFF') + frame24("TIT2", text("Old"));
  const auto kept = frame24("TALB", text("Album"));
  const auto first = tag(3, frame23("TIT2", text("Title")) + zeros(20));
  const auto second = tag(4, frame24("CHAP", old) + kept + zeros(30));
  write_file(path, first + second + audio);
  REQUIRE(mark_chapters(path, path, some_chapters(), folder.path()));
  CHECK(seen_by_ffprobe(path).chapters == as_seen(some_chapters()));
  REQUIRE(mark_chapters(path, path, {}, folder.path()));
  CHECK(seen_by_ffprobe(path).chapters.empty());
  const auto emptied = tag(4, kept + zeros(30 + 10 + old.size()));
  CHECK(content_of(path).ends_with(emptied + audio));
}

TEST_CASE("300 chapters become the 255 that a table of contents can hold") {
  const TemporaryFolder folder;
  const auto path = folder.path() / "a.mp3";
  write_file(path, make_audio(folder.path()));
  std::vector<cmos::ChapterStart> starts;
  for (int i = 0; i < 300; ++i) {
    starts.push_back({Time(i * 10), "Chapter " + std::to_string(i), "", "", std::nullopt});
  }
  const auto [chapters, diagnostics] = cmos::complete_chapters(starts, Time(3030), "Title", "a.md");
  CHECK(diagnostics.size() == 45);
  REQUIRE(chapters.size() == 255);
  REQUIRE(mark_chapters(path, path, chapters, folder.path()));
  const auto python = seen_in_python({path}).at(path.string());
  check_chapters(python.mutagen, chapters);
  check_chapters(seen_by_taglib(path), chapters);
  CHECK(python.eyed3.chapters == as_seen(chapters));
  CHECK(seen_by_ffprobe(path).chapters == as_seen(chapters));

  const Chapters too_many(300, some_chapters()[0]);
  CHECK(rule_of(mark_chapters(path, path, too_many, folder.path())) == "chapters-impossible");
}
