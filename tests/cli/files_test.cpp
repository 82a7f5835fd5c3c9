// Inputs are never outputs, and what an output's name stands for stays as it is.
#include <sys/stat.h>

#include <catch2/catch.hpp>
#include <map>
#include <string>
#include <vector>

#include "cli/sample_folder.h"

namespace fs = std::filesystem;
using Catch::Matchers::Contains;

namespace {

std::map<std::string, std::string> contents_of(const SampleFolder& folder) {
  std::map<std::string, std::string> contents;
  for (const auto& entry : fs::recursive_directory_iterator(folder.path())) {
    if (fs::is_regular_file(entry)) contents[entry.path()] = content_of(entry.path());
  }
  return contents;
}

const std::string kPicture = "\x89PNG\r\n\x1A\n a picture";

}  // namespace

TEST_CASE("no output takes the place of an input under whatever name", "[long]") {
  const SampleFolder folder;
  const auto page = content_of(folder.page());
  folder.write(".cmos-captions.yaml", "language: en\n");
  folder.write("page.txt", page);
  folder.write("page.vtt", page);
  folder.write("page.srt", page);
  folder.write("picture.png", kPicture);
  folder.write("pictures.md", folder.page_with("---\n",
                                               "---\nchapters:\n  - {time: \"0:00\", "
                                               "title: A, image: picture.png}\n"));
  folder.write("talk.md", folder.page_with("/media/episode.mp3", "/media/talk.chapters.mp3"));
  fs::copy(folder.mp3(), folder.path() / "talk.chapters.mp3");
  folder.write("twin.md", page);
  fs::create_symlink("episode.md", folder.path() / "page-link.vtt");
  fs::create_symlink("episode.mp3", folder.path() / "sound-link.vtt");
  fs::create_hard_link(folder.page(), folder.path() / "page-twin.vtt");
  fs::create_directory(folder.path() / "sub");
  fs::create_symlink("..", folder.path() / "sub/up");
  const auto before = contents_of(folder);
  const auto inside = "cd " + quoted(folder.path()) + " && ";
  const std::vector<std::vector<std::string>> wrong{
      {"-f", "text", "page.txt"},
      {"-f", "all", "page.txt"},
      {"page.vtt"},
      {"-f", "srt", "page.srt"},
      {"-f", "vtt", "-o", "episode.md", "episode.md"},
      {"-f", "vtt", "-o", "episode.mp3", "episode.md"},
      {"-f", "vtt", "-o", "sub/../episode.md", "episode.md"},
      {"-f", "vtt", "-o", "sub/up/episode.md", "episode.md"},
      {"-f", "vtt", "-o", ".cmos-captions.yaml", "episode.md"},
      {"-f", "vtt", "-o", "sub/.cmos-captions.yaml", "episode.md"},
      {"-f", "vtt", "-o", "sub/.cmos-captions.sums", "episode.md"},
      {"-M", "sub/.cmos-captions.sums", "episode.md"},
      {"-f", "vtt", "-o", "sub/new.mp3", "episode.md"},
      {"-f", "vtt", "-o", "picture.png", "pictures.md"},
      {"-f", "vtt", "-o", "/usr/share/pocketsphinx/model/en-us/en-us/mdef", "episode.md"},
      {"-o", "page-link.vtt", "episode.md"},
      {"-o", "sound-link.vtt", "episode.md"},
      {"-o", "page-twin.vtt", "episode.md"},
      {"-M", "episode.md", "episode.md"},
      {"-M", "episode.mp3", "episode.md"},
      {"-M", "episode.vtt", "episode.md"},
      {"-M", "sub/up/episode.vtt", "episode.md"},
      {"-M", ".cmos-captions.yaml", "episode.md"},
      {"-f", "mp3", "talk.md"},
      {"-f", "text", "episode.md", "page.txt"},
      {"-d", "sub/up", "-f", "srt", "page.srt", "episode.md"},
      {"-f", "mp3", "--in-place", "episode.md", "twin.md"},
      {"episode.md", "./episode.md"},
  };
  for (const auto& arguments : wrong) {
    CAPTURE(arguments);
    const auto result = captions(arguments, inside);
    CHECK(result.exit_code == 2);
    CHECK(lines_in(result.err) == 1);
    CHECK_THAT(result.err, Contains("[usage]\n"));
    CHECK(contents_of(folder) == before);
  }
}

TEST_CASE("a folder that is missing is told before any sound is heard") {
  const SampleFolder folder;
  folder.write("episode.mp3", "no sound at all");
  for (const auto* option : {"-d", "-o", "-M"}) {
    CAPTURE(option);
    const auto name = std::string(option) == "-d" ? "missing" : "missing/x.vtt";
    const auto result = captions({option, path_of(folder, name), folder.page()});
    CHECK(result.exit_code == 1);
    CHECK(lines_in(result.err) == 1);
    CHECK_THAT(result.err, Contains("missing") && Contains("[write-failed]\n"));
  }
}

TEST_CASE("an output that is read-only is left alone and the others are written") {
  const SampleFolder folder;
  folder.write("episode.vtt", "mine");
  fs::permissions(folder.path() / "episode.vtt", fs::perms(0444));
  const auto result = captions({"--no-audio", "-q", "-f", "vtt,srt", folder.page()});
  CHECK(result.exit_code == 1);
  CHECK_THAT(result.err, Contains("episode.vtt: it is read-only [write-failed]\n"));
  CHECK(content_of(folder.path() / "episode.vtt") == "mine");
  CHECK(fs::exists(folder.path() / "episode.srt"));
}

TEST_CASE("a link that leads nowhere yet is followed and its file made") {
  const SampleFolder folder;
  fs::create_directory(folder.path() / "site");
  fs::create_symlink("site/captions.vtt", folder.path() / "episode.vtt");
  REQUIRE(captions({"--no-audio", "-q", folder.page()}).exit_code == 0);
  CHECK(fs::is_symlink(folder.path() / "episode.vtt"));
  CHECK_THAT(content_of(folder.path() / "site/captions.vtt"), Contains("WEBVTT\n\n"));
}

TEST_CASE("a file that would be larger than allowed is an error") {
  const SampleFolder folder;
  // 512 bytes, or 1024 in some shells: room for the message, not for the captions.
  const auto result = captions({"--no-audio", "-q", "-f", "words", folder.page()}, "ulimit -f 2; ");
  CHECK(result.exit_code == 1);
  CHECK_THAT(result.err, Contains("File too large [write-failed]\n"));
  CHECK_FALSE(fs::exists(folder.path() / "episode.words.json"));
}

// Not under the sanitizers, which take terabytes of addresses for themselves.
TEST_CASE("without memory each page has an error", "[long]") {
  const SampleFolder folder;
  fs::copy(folder.page(), folder.path() / "second.md");
  int failed = 0;
  for (const auto* limit : {"40000", "60000", "90000", "120000", "200000", "280000"}) {
    CAPTURE(limit);
    const auto result = captions({"-q", folder.page(), folder.path() / "second.md"},
                                 "ulimit -v " + std::string(limit) + "; ");
    if (result.exit_code == 127) continue;  // Not even the libraries found room.
    CHECK((result.exit_code == 0 || result.exit_code == 1 || result.exit_code == 3));
    CHECK((result.exit_code == 0 || lines_in(result.err) > 0));
    CHECK_THAT(result.err, !Contains("terminate"));
    if (result.exit_code != 0) ++failed;
  }
  CHECK(failed > 0);
}
