#include <catch2/catch.hpp>
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
using cmos::Chapters;
using cmos::Time;

namespace {

std::string repeated(const std::string& text, int times) {
  std::string result;
  for (int i = 0; i < times; ++i) result += text;
  return result;
}

// Marks a new file; the rules of the diagnostics come out.
std::vector<std::string> mark(const fs::path& path, const std::string& old_tag,
                              const Chapters& chapters) {
  std::ofstream(path, std::ios::binary) << old_tag << make_audio(path.parent_path());
  const auto outcome = cmos::mark_chapters(path, path, chapters, path.parent_path());
  REQUIRE(outcome);
  std::vector<std::string> rules;
  for (const auto& diagnostic : outcome->diagnostics) rules.emplace_back(diagnostic.rule.name());
  return rules;
}

const std::string& tag24() {
  static const auto result = tag_bytes::tag(4, tag_bytes::frame24("TIT2", "\3x"s));
  return result;
}

}  // namespace

TEST_CASE("long titles in 2.4 are cut between characters, so that FFmpeg keeps their chapters") {
  const TemporaryFolder folder;
  const auto path = folder.path() / "a.mp3";
  const auto fitting = std::string(126, 'x');
  // Decomposed: a letter and two marks.
  const auto yoruba = repeated("ọ̀", 60);
  const auto cut = yoruba.substr(0, yoruba.size() / 60 * (123 / (yoruba.size() / 60))) + "…";
  const Chapters chapters{{{Time(0), Time(1000)}, fitting, "", ""},
                          {{Time(1000), Time(2000)}, yoruba, "", ""},
                          {{Time(2000), Time(3000)}, std::string(127, 'y'), "", ""}};
  CHECK(mark(path, tag24(), chapters) == std::vector(2, "chapter-title-cut"s));
  auto expected = chapters;
  expected[1].title = cut;
  expected[2].title = std::string(123, 'y') + "…";
  CHECK(seen_by_ffprobe(path).chapters == as_seen(expected));
  CHECK(seen_by_taglib(path).chapters == as_seen(expected));

  CHECK(mark(path, "", chapters).empty());
  CHECK(seen_by_ffprobe(path).chapters == as_seen(chapters));
}

TEST_CASE("links that are too long for 2.4 are left out with a warning") {
  const TemporaryFolder folder;
  const auto path = folder.path() / "a.mp3";
  const auto fitting = "http://x/" + std::string(116, 'a');
  const Chapters chapters{{{Time(0), Time(1000)}, "A", fitting, ""},
                          {{Time(1000), Time(3000)}, "B", fitting + "a", ""}};
  CHECK(mark(path, tag24(), chapters) == std::vector{"chapter-link-left-out"s});
  CHECK(seen_by_ffprobe(path).chapters == as_seen(chapters));
  CHECK(seen_by_taglib(path).links == std::vector{fitting});
}

TEST_CASE("a link with letters beyond ASCII is percent-encoded") {
  const TemporaryFolder folder;
  const auto path = folder.path() / "a.mp3";
  mark(path, "", {{{Time(0), Time(3000)}, "A", "https://example.org/é?q=a b", ""}});
  CHECK(seen_by_taglib(path).links == std::vector{"https://example.org/%C3%A9?q=a%20b"s});
  CHECK(cmos::read_chapters(path).value().value.at(0).url == "https://example.org/%C3%A9?q=a%20b");
}

TEST_CASE("images beside the page go into the chapters of a 2.3 tag") {
  const TemporaryFolder folder;
  const auto path = folder.path() / "a.mp3";
  for (const std::string name : {"one.png", "two.jpg"}) {
    REQUIRE(run({"ffmpeg", "-v", "error", "-f", "lavfi", "-i", "color=red:s=64x64", "-frames:v",
                 "1", (folder.path() / name).string()})
                .exit_code == 0);
  }
  std::ofstream(folder.path() / "text.png") << "no image";
  std::ofstream(folder.path() / "big.jpg") << "\xFF\xD8\xFF" << std::string(1 << 20, 'x');
  Chapters chapters;
  for (const std::string image :
       {"one.png", "two.jpg", "text.png", "big.jpg", "none.png", "https://example.org/x.png"}) {
    const auto start = Time(chapters.size() * 500);
    chapters.push_back({{start, start + Time(500)}, image, "", image});
  }
  CHECK(mark(path, "", chapters) == std::vector(3, "chapter-image"s));
  const auto size_of = [&](const std::string& name) {
    return std::to_string(fs::file_size(folder.path() / name));
  };
  const std::vector images{"image/png " + size_of("one.png"), "image/jpeg " + size_of("two.jpg")};
  CHECK(seen_by_taglib(path).images == images);
  CHECK(seen_in_python({path}).at(path.string()).mutagen.images == images);
  CHECK(seen_by_ffprobe(path).chapters == as_seen(chapters));

  CHECK(mark(path, tag24(), chapters) == std::vector(5, "chapter-image"s));
  CHECK(seen_by_ffprobe(path).chapters == as_seen(chapters));
}

TEST_CASE("images of more than 16 MiB together are left out from there on") {
  const TemporaryFolder folder;
  std::ofstream(folder.path() / "big.jpg") << "\xFF\xD8\xFF" << std::string((1 << 20) - 3, 'x');
  const Chapters chapters(18, {{Time(0), Time(3000)}, "A", "", "big.jpg"});
  CHECK(mark(folder.path() / "a.mp3", "", chapters) == std::vector(2, "chapter-image"s));
}

TEST_CASE("times that a chapter frame cannot hold are refused") {
  const TemporaryFolder folder;
  const auto path = folder.path() / "a.mp3";
  std::ofstream(path) << "sound";
  for (const auto& time : {cmos::Interval{Time(-1), Time(5)}, cmos::Interval{Time(5), Time(4)},
                           cmos::Interval{Time(0), Time(0xFFFFFFFF)}}) {
    CHECK(rule_of(cmos::mark_chapters(path, path, {{time, "A", "", ""}}, folder.path())) ==
          "chapters-impossible");
  }
}
