#include "id3/tag.h"

#include <catch2/catch.hpp>
#include <fstream>

#include "id3/chapters.h"
#include "sources.h"
#include "support/process.h"
#include "support/temporary_folder.h"
#include "tag_bytes.h"

namespace fs = std::filesystem;
using namespace tag_bytes;

namespace {

// The bytes of a file that had this tag in front of its sound, once it is marked.
std::string marked(const std::string& old_tag) {
  const TemporaryFolder folder;
  const auto path = folder.path() / "a.mp3";
  std::ofstream(path, std::ios::binary) << old_tag << "\xFF\xFBsound";
  const cmos::Chapters chapters{{{cmos::Time(0), cmos::Time(3000)}, "Title", "", ""}};
  REQUIRE(cmos::mark_chapters(path, path, chapters, folder.path()));
  return content_of(path);
}

// Of the tag that begins the bytes, which has to be one of version 2.4.
struct TagSize {
  std::size_t frames;  // And the header.
  std::size_t padding;
};

TagSize size_of_tag(const std::string& bytes) {
  const auto number = [&](std::size_t at) {
    std::size_t value = 0;
    for (const char byte : bytes.substr(at, 4)) {
      value = value << 7 | static_cast<unsigned char>(byte);
    }
    return value;
  };
  REQUIRE(bytes.starts_with("ID3\x04"));
  const auto whole = 10 + number(6);
  REQUIRE(whole <= bytes.size());
  std::size_t at = 10;
  while (at + 10 <= whole && bytes[at] != '\0') at += 10 + number(at + 4);
  return {at, whole - at};
}

}  // namespace

TEST_CASE("a marked tag keeps its size only if ten zeros stay behind its frames") {
  const auto old_frame = frame24("TIT2", text("Title"));
  const auto needed = size_of_tag(marked(tag(4, old_frame))).frames;
  const auto padding = [&](std::size_t left) {
    const auto body = old_frame + zeros(needed + left - 10 - old_frame.size());
    return size_of_tag(marked(tag(4, body))).padding;
  };
  CHECK(padding(11) == 11);
  CHECK(padding(10) == 10);
  CHECK(padding(9) >= 10);
  CHECK(padding(0) >= 10);
}

TEST_CASE("a marked tag keeps the revision of its version") {
  for (const int version : {3, 4}) {
    const auto frame = version == 3 ? frame23 : frame24;
    auto old_tag = tag(version, frame("TIT2", text("Title"), 0));
    old_tag[4] = '\1';
    const auto bytes = marked(old_tag);
    CHECK(bytes.at(3) == version);
    CHECK(bytes.at(4) == '\1');
  }
}

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
