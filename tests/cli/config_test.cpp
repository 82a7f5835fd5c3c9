#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>
#include <string>

#include "cli/sample_folder.h"

namespace fs = std::filesystem;
using Catch::Matchers::Contains;
using Catch::Matchers::StartsWith;

namespace {

constexpr const char* kFile = ".cmos-captions.yaml";

// The number of characters in the widest line of captions; those of the sample are ASCII but for
// quotation marks and dashes, which tests of widths leave room for.
std::size_t widest_line(const std::string& captions) {
  std::size_t widest = 0;
  std::size_t width = 0;
  for (const char c : captions) {
    const auto byte = static_cast<unsigned char>(c);
    width = c == '\n' ? 0 : width + ((byte & 0xC0U) == 0x80U ? 0 : 1);
    widest = std::max(widest, width);
  }
  return widest;
}

}  // namespace

TEST_CASE("the configuration says what the command line does not", "[long]") {
  const SampleFolder folder;
  folder.write(kFile, "formats: [srt, words]\ncaptions: {speaker_labels: always, width: 35}\n");
  REQUIRE(captions({folder.page()}).exit_code == 0);
  CHECK(folder.files() == std::vector<std::string>{kFile, "episode.md", "episode.mp3",
                                                   "episode.srt", "episode.words.json"});
  const auto srt = content_of(folder.path() / "episode.srt");
  CHECK(widest_line(srt) == 35);

  SECTION("and the command line wins over it, key by key") {
    REQUIRE(captions({"-f", "vtt", "--width", "30", folder.page()}).exit_code == 0);
    const auto vtt = content_of(folder.path() / "episode.vtt");
    CHECK_THAT(vtt, Contains(": "));
    CHECK_FALSE(fs::exists(folder.path() / "episode.txt"));
    REQUIRE(captions({"--speaker-labels", "none", folder.page()}).exit_code == 0);
    CHECK(content_of(folder.path() / "episode.srt") != srt);
  }
  SECTION("its first format goes to the standard output") {
    CHECK(captions({"-o", "-", folder.page()}).out == srt);
  }
  SECTION("and an output's suffix is not its business") {
    CHECK(captions({"-o", folder.path() / "x.txt", folder.page()}).exit_code == 0);
  }
}

TEST_CASE("the configuration's media roots come behind those of the command line") {
  const SampleFolder folder;
  fs::create_directory(folder.path() / "pages");
  fs::create_directories(folder.path() / "root/media");
  fs::rename(folder.page(), folder.path() / "pages/episode.md");
  fs::rename(folder.mp3(), folder.path() / "root/media/episode.mp3");
  folder.write(std::string("pages/") + kFile, "media_roots: ../root\n");
  CHECK(captions({folder.path() / "pages/episode.md"}).exit_code == 0);
  fs::create_directory(folder.path() / "other");
  folder.write("other/episode.mp3", "");
  const auto result =
      captions({"--media-root", folder.path() / "other", folder.path() / "pages/episode.md"});
  CHECK(result.exit_code == 1);
  CHECK_THAT(result.err, Contains("other/episode.mp3: error: "));
}

TEST_CASE("the configuration's language is that of pages that do not say theirs") {
  const SampleFolder folder;
  folder.write(kFile, "formats: words\nlanguage: de\n");
  const auto language = [&](const fs::path& page) {
    const auto result = captions({"-o", "-", "--mp3", folder.mp3(), page});
    return nlohmann::json::parse(result.out)["language"].get<std::string>();
  };
  folder.write("english.md", folder.page_with("---\ntitle", "---\nlanguage: en\ntitle"));
  CHECK(language(folder.page()) == "de");
  CHECK(language(folder.path() / "english.md") == "en");
}

TEST_CASE("a page whose language nobody says is read in that of its words") {
  const SampleFolder folder;
  folder.write(
      "tagung.md",
      "---\ntitle: Tagung\nmp3:\n  file: /episode.mp3\n---\n[transcript]\n[a host1 A]\n\n"
      "[0:00] a: Heute sprechen wir darüber, wie ein Zug durch die Nacht fährt und was man "
      "dabei sehen kann. Ich habe das schon oft gemacht, aber es ist für mich immer noch "
      "etwas Besonderes, weil man am Morgen in einer anderen Stadt ist. Und wenn die Sonne "
      "über den Bergen steht, dann weiss man, dass sich die Reise gelohnt hat.\n"
      "[/transcript]\n");
  const auto page = folder.path() / "tagung.md";
  const auto written = [&] { return captions({"--no-audio", "-f", "words", "-o", "-", page}); };
  const auto guessed = written();
  CHECK(nlohmann::json::parse(guessed.out)["language"] == "de");
  CHECK_THAT(guessed.err, Contains("tagung.md:9:11: warning: ") && Contains("[language-doubtful]"));
  folder.write(kFile, "language: de-AT\n");
  CHECK(nlohmann::json::parse(written().out)["language"] == "de-AT");
  CHECK(written().err.find("language-doubtful") == std::string::npos);
  folder.write(kFile, "language: en\n");
  CHECK(nlohmann::json::parse(written().out)["language"] == "en");
  CHECK_THAT(written().err, Contains("[language-doubtful]"));
}

TEST_CASE("make is told that outputs depend on the configuration") {
  const SampleFolder folder;
  folder.write(kFile, "formats: text\n");
  REQUIRE(captions({"-M", folder.path() / "rules.mk", folder.page()}).exit_code == 0);
  CHECK_THAT(content_of(folder.path() / "rules.mk"), Contains((folder.path() / kFile).string()));
}

TEST_CASE("a configuration is looked for up to the repository's root or the home folder") {
  const SampleFolder folder;
  fs::create_directory(folder.path() / "site");
  const auto page = folder.path() / "site/episode.md";
  fs::copy(folder.page(), page);
  folder.write(kFile, "formats: text\n");
  const auto out = [&](const fs::path& home) {
    return captions({"-o", "-", "--mp3", folder.mp3(), page}, "HOME=" + quoted(home) + " ").out;
  };
  CHECK_THAT(out("/nowhere"), StartsWith("WEBVTT"));
  CHECK_THAT(out(folder.path()), !StartsWith("WEBVTT"));
  fs::create_directory(folder.path() / ".git");
  CHECK_THAT(out("/nowhere"), !StartsWith("WEBVTT"));
  fs::create_directory(folder.path() / "site/.git");
  CHECK_THAT(out(folder.path()), StartsWith("WEBVTT"));
}

TEST_CASE("what is wrong with a configuration is wrong use, and nothing is written") {
  const SampleFolder folder;
  folder.write(kFile, "formats: [vtt, docx]\ncaptions:\n  widht: 40\n");
  const auto result = captions({"-q", folder.page()});
  CHECK(result.exit_code == 2);
  CHECK(lines_in(result.err) == 2);
  CHECK_THAT(result.err, Contains(".cmos-captions.yaml:1:16: error: ") &&
                             Contains("[config-value]\n") &&
                             Contains(".cmos-captions.yaml:3:3: error: ") &&
                             Contains("[config-unknown-key]\n"));
  CHECK(folder.files() == std::vector<std::string>{kFile, "episode.md", "episode.mp3"});

  folder.write(kFile, "captions: {shortest: 8000}\n");
  CHECK_THAT(captions({folder.page()}).err, Contains(kFile) && Contains("[style-contradiction]"));
  CHECK(captions({folder.page()}).exit_code == 2);
  fs::remove(folder.path() / kFile);
  fs::create_directory(folder.path() / kFile);
  CHECK(captions({folder.page()}).exit_code == 2);
}

TEST_CASE("each page of one call has its own configuration") {
  const SampleFolder folder;
  for (const std::string name : {"a", "b"}) {
    fs::create_directory(folder.path() / name);
    fs::copy(folder.page(), folder.path() / name / "episode.md");
  }
  folder.write(std::string("b/") + kFile, "formats: srt\n");
  CHECK(captions(
            {"--mp3", folder.mp3(), folder.path() / "a/episode.md", folder.path() / "b/episode.md"})
            .exit_code == 0);
  CHECK(fs::exists(folder.path() / "a/episode.vtt"));
  CHECK(fs::exists(folder.path() / "b/episode.srt"));
  CHECK_FALSE(fs::exists(folder.path() / "b/episode.vtt"));
}
