#include <catch2/catch.hpp>
#include <cstdint>
#include <fstream>
#include <string>

#include "id3/chapters.h"
#include "judges.h"
#include "sources.h"
#include "support/process.h"
#include "support/rule_of.h"
#include "support/temporary_folder.h"
#include "tag_bytes.h"

namespace fs = std::filesystem;
using namespace std::string_literals;
using namespace tag_bytes;

namespace {

std::vector<std::string> rules(const cmos::Diagnostics& diagnostics) {
  std::vector<std::string> result;
  for (const auto& diagnostic : diagnostics) result.emplace_back(diagnostic.rule.name());
  return result;
}

std::string chapter_data(const std::string& id, const std::string& inside) {
  return id + zeros(1) + big_endian(0, 4) + big_endian(3000, 4) + std::string(8, '\xFF') + inside;
}

cmos::WithDiagnostics<cmos::Chapters> listed(const std::string& bytes) {
  const TemporaryFolder folder;
  const auto path = folder.path() / "a.mp3";
  std::ofstream(path, std::ios::binary) << bytes;
  const auto result = cmos::read_chapters(path);
  REQUIRE(result);
  return *result;
}

}  // namespace

TEST_CASE("chapters that other programs wrote are listed, and marking replaces them") {
  const TemporaryFolder folder;
  const auto audio = folder.path() / "audio.mp3";
  std::ofstream(audio, std::ios::binary) << make_audio(folder.path());
  std::ofstream(folder.path() / "chapters.ffmetadata")
      << ";FFMETADATA1\ntitle=Whole\n[CHAPTER]\nTIMEBASE=1/1000\nSTART=0\nEND=1000\ntitle=One\n"
         "[CHAPTER]\nTIMEBASE=1/1000\nSTART=1000\nEND=3000\ntitle=Zwölf\n";
  for (const std::string version : {"3", "4"}) {
    const auto by_ffmpeg = folder.path() / ("ffmpeg" + version + ".mp3");
    REQUIRE(run({"ffmpeg", "-v", "error", "-i", audio.string(), "-i",
                 (folder.path() / "chapters.ffmetadata").string(), "-map_metadata", "1", "-c",
                 "copy", "-id3v2_version", version, by_ffmpeg.string()})
                .exit_code == 0);
    const auto by_mutagen = folder.path() / ("mutagen" + version + ".mp3");
    fs::copy_file(audio, by_mutagen);
    const auto wrote = run({CMOS_PYTHON, CMOS_ID3_WRITER, by_mutagen.string(), version});
    REQUIRE(wrote.exit_code == 0);

    auto found = cmos::read_chapters(by_ffmpeg);
    REQUIRE(found);
    CHECK(as_seen(found->value) == std::vector{"0 1000 One"s, "1000 3000 Zwölf"s});
    CHECK(found->diagnostics.empty());
    found = cmos::read_chapters(by_mutagen);
    REQUIRE(found);
    CHECK(as_seen(found->value) == std::vector{"0 1000 Eins"s, "1000 3000 שתיים"s});
    CHECK(found->value[1].url == "https://example.org/zwei");
    CHECK(found->diagnostics.empty());

    const cmos::Chapters ours{{{cmos::Time(0), cmos::Time(3000)}, "Ours", "", ""}};
    for (const auto& path : {by_ffmpeg, by_mutagen}) {
      REQUIRE(cmos::mark_chapters(path, path, ours, folder.path()));
      CHECK(seen_by_ffprobe(path).chapters == as_seen(ours));
      const auto taglib = seen_by_taglib(path);
      CHECK(taglib.chapters == as_seen(ours));
      CHECK(taglib.version == "2." + version);
    }
  }
}

TEST_CASE("chapters that a table of contents leaves out are listed with a warning") {
  const auto chapters = frame23("CHAP", chapter_data("a", frame23("TIT2", text("A")))) +
                        frame23("CHAP", chapter_data("b", frame23("TIT2", text("B"))));
  CHECK(rules(listed(tag(3, chapters)).diagnostics) == std::vector{"chapter-not-listed"s});
  const auto partly = listed(tag(3, frame23("CTOC", "toc\0\3\1a\0"s) + chapters));
  CHECK(partly.value.size() == 2);
  CHECK(rules(partly.diagnostics) == std::vector{"chapter-not-listed"s});
}

TEST_CASE("chapters that cannot be read are named, and the others listed") {
  const auto contents = frame24("CTOC", "toc\0\3\3a\0b\0c\0"s);
  const auto good = frame24("CHAP", chapter_data("a", frame24("TIT2", "\3A\nB\x01\0rest"s)));
  const auto compressed = frame24("CHAP", chapter_data("b", ""), 0x0009);
  const auto found =
      listed(tag(4, contents + compressed + good + frame24("CHAP", "cut") +
                        frame24("CHAP", chapter_data("c", "not a frame, not padding"))));
  REQUIRE(found.value.size() == 1);
  CHECK(found.value[0].title == "A B");
  CHECK(rules(found.diagnostics) == std::vector(3, "chapter-unreadable"s));
}

TEST_CASE("chapters inside unsynchronised frames and with links in UTF-16 are read") {
  const auto link = frame24("WXXX", "\1\xFF\xFE"s + "d\0\0\0http://x/"s);
  const auto data = chapter_data("a", frame24("TIT2", "\1\xFF\xFE\xE9\0"s) + link);
  const auto found =
      listed(tag(4, frame24("CHAP", syncsafe(data.size()) + unsynchronised(data), 0x0003), 0x80));
  REQUIRE(found.value.size() == 1);
  CHECK(found.value[0].title == "é");
  CHECK(found.value[0].url == "http://x/");
}

TEST_CASE("times that are none are told, and what is listed has an end") {
  const auto chapter = [](const std::string& id, std::uint32_t start, std::uint32_t end) {
    return frame23("CHAP", id + zeros(1) + big_endian(start, 4) + big_endian(end, 4) +
                               std::string(8, '\xFF') + frame23("TIT2", text("T")));
  };
  const TemporaryFolder folder;
  const auto path = folder.path() / "a.mp3";
  const auto times = [&](const std::string& chapters) {
    std::ofstream(path, std::ios::binary)
        << tag(3, frame23("CTOC", "toc\0\3\3a\0b\0c\0"s) + chapters);
    return cmos::read_chapters(path, cmos::Time(12800)).value();
  };
  const auto zero =
      times(chapter("a", 0, 0) + chapter("b", 3000, 0) + chapter("c", 7000, 0xFFFFFFFF));
  CHECK(as_seen(zero.value) == std::vector{"0 3000 T"s, "3000 7000 T"s, "7000 12800 T"s});
  CHECK(rules(zero.diagnostics) == std::vector(3, "chapter-end"s));
  const auto late = times(chapter("a", 0, 3000) + chapter("b", 600000, 700000));
  CHECK(as_seen(late.value) == std::vector{"0 3000 T"s, "600000 700000 T"s});
  CHECK(rules(late.diagnostics) == std::vector{"chapter-behind-sound"s});
  const auto bytes = times(chapter("a", 0xFFFFFFFF, 0xFFFFFFFF) + chapter("b", 0, 12800));
  CHECK(as_seen(bytes.value) == std::vector{"0 12800 T"s});
  CHECK(rules(bytes.diagnostics) == std::vector{"chapter-unreadable"s});
}

TEST_CASE("UTF-16 without a byte order mark is read in the order that makes sense") {
  const auto title = [](const std::string& bytes) {
    const auto found =
        listed(tag(3, frame23("CTOC", "toc\0\3\1a\0"s) +
                          frame23("CHAP", chapter_data("a", frame23("TIT2", bytes)))));
    return found.value.at(0).title + (found.diagnostics.empty() ? "" : " told");
  };
  CHECK(title("\1G\0r\0\xF6\0\xDF\0e\0"s) == "Gr\u00F6\u00DFe");
  CHECK(title("\1\0G\0r\0\xF6\0\xDF\0e"s) == "Gr\u00F6\u00DFe");
  CHECK(title("\1\xE5\x65\x2C\x67\x9E\x8A"s) == "\u65E5\u672C\u8A9E");
  CHECK(title("\1\x65\xE5\x67\x2C\x8A\x9E"s) == "\u65E5\u672C\u8A9E");
  CHECK(title("\1\xFF\xFE\x3D\xD8"s) == "\uFFFD told");
}

TEST_CASE("a file that is missing or no file is an error") {
  const TemporaryFolder folder;
  CHECK(rule_of(cmos::read_chapters(folder.path() / "none.mp3")) == "not-found");
  CHECK(rule_of(cmos::read_chapters(folder.path())) == "read-failed");
  std::ofstream(folder.path() / "empty.mp3").close();
  CHECK(cmos::read_chapters(folder.path() / "empty.mp3")->value.empty());
}
