// Each row of docs/bad-input.md.
#include <unistd.h>

#include <catch2/catch.hpp>
#include <sstream>
#include <string>

#include "cli/sample_folder.h"

namespace fs = std::filesystem;
using Catch::Matchers::Contains;

namespace {

// The page gives no output: one error of this rule, exit code 1, and an earlier output stays as it
// was.
void check_refused(const SampleFolder& folder, const std::string& page, const std::string& rule,
                   const std::vector<std::string>& options = {}) {
  CAPTURE(page, rule);
  const auto output = fs::path(page).stem().string() + ".vtt";
  folder.write(output, "an earlier output");
  const auto before = folder.files();
  auto arguments = options;
  arguments.push_back(folder.path() / page);
  const auto result = captions(arguments);
  CHECK(result.exit_code == 1);
  CHECK(result.out.empty());
  CHECK_THAT(result.err, Contains(": error: ") && Contains("[" + rule + "]\n"));
  CHECK(content_of(folder.path() / output) == "an earlier output");
  CHECK(folder.files() == before);
}

// The page gives captions all the same, with a warning of this rule.
void check_survived(const SampleFolder& folder, const std::string& page, const std::string& rule) {
  CAPTURE(page, rule);
  const auto result = captions({"--mp3", folder.mp3(), folder.path() / page});
  CHECK(result.exit_code == 0);
  CHECK_THAT(result.err, Contains(": warning: ") && Contains("[" + rule + "]\n"));
  CHECK_THAT(result.err, !Contains(": error: "));
  CHECK_THAT(content_of(folder.path() / (fs::path(page).stem().string() + ".vtt")),
             Contains("WEBVTT\n\n"));
}

}  // namespace

TEST_CASE("a page whose language is not understood is not uploaded, unless it is said") {
  const SampleFolder folder;
  const auto plan = [&](const std::string& language, std::vector<std::string> options) {
    folder.write("page.md", folder.page_with("title:", "language: " + language + "\ntitle:"));
    options.insert(options.begin(), {"upload", "--dry-run", "--offline", "--align=silence"});
    options.push_back(folder.path() / "page.md");
    return captions(options, "HOME='" + folder.path().string() + "' ");
  };
  for (const auto* language : {"German", "[de, en]", "de DE", "d"}) {
    CAPTURE(language);
    const auto refused = plan(language, {});
    CHECK(refused.exit_code == 1);
    CHECK_THAT(refused.err, Contains(": error: ") && Contains("language"));
    CHECK_THAT(refused.out, !Contains(" insert"));
    CHECK_THAT(plan(language, {"--language", "de"}).out, Contains("track de: insert"));
  }
  CHECK_THAT(plan("de_DE", {}).out, Contains("track de-DE: insert"));
  CHECK_THAT(plan("DE", {}).out, Contains("track de: insert"));
}

TEST_CASE("a missing page is refused") {
  const SampleFolder folder;
  check_refused(folder, "missing.md", "not-found");
}

TEST_CASE("a folder as page is refused") {
  const SampleFolder folder;
  fs::create_directory(folder.path() / "folder.md");
  check_refused(folder, "folder.md", "read-failed");
}

TEST_CASE("an empty page is refused") {
  const SampleFolder folder;
  folder.write("page.md", "");
  check_refused(folder, "page.md", "page-empty");
}

TEST_CASE("a page without transcript is refused") {
  const SampleFolder folder;
  folder.write("page.md", "---\ntitle: No words\n---\n\nNothing was said.\n");
  check_refused(folder, "page.md", "transcript-missing");
}

TEST_CASE("a binary file as page is refused") {
  const SampleFolder folder;
  fs::copy(folder.mp3(), folder.path() / "page.md");
  check_refused(folder, "page.md", "page-binary");
}

TEST_CASE("a page of 50 MB is refused") {
  const SampleFolder folder;
  folder.write("page.md", content_of(folder.page()) + std::string(50'000'000, ' '));
  check_refused(folder, "page.md", "too-large");
}

TEST_CASE("a YAML bomb is never expanded") {
  const SampleFolder folder;
  std::ostringstream bomb;
  bomb << "---\na0: &a0 [x, x, x, x, x, x, x, x, x, x]\n";
  for (int i = 1; i < 12; ++i) {
    bomb << "a" << i << ": &a" << i << " [*a" << i - 1;
    for (int j = 0; j < 9; ++j) bomb << ", *a" << i - 1;
    bomb << "]\n";
  }
  folder.write("page.md", folder.page_with("---\n", bomb.str()));
  check_survived(folder, "page.md", "front-matter-alias");
}

TEST_CASE("broken YAML is survived and its position told") {
  const SampleFolder folder;
  folder.write("page.md", folder.page_with("---\n", "---\nbroken: [1, 2\n"));
  check_survived(folder, "page.md", "front-matter-broken");
  CHECK_THAT(captions({"--mp3", folder.mp3(), folder.path() / "page.md"}).err,
             Contains("page.md:"));
}

TEST_CASE("a missing MP3 is refused and the message lists where it was looked for") {
  const SampleFolder folder;
  fs::remove(folder.mp3());
  check_refused(folder, "episode.md", "mp3-missing");
  CHECK_THAT(captions({folder.page()}).err,
             Contains("tried ") && Contains((folder.path() / "episode.mp3").string()));
}

TEST_CASE("an MP3 of zero bytes is refused") {
  const SampleFolder folder;
  folder.write("episode.mp3", "");
  check_refused(folder, "episode.md", "mp3-empty");
}

TEST_CASE("a text file named .mp3 is refused") {
  const SampleFolder folder;
  fs::copy(folder.page(), folder.mp3(), fs::copy_options::overwrite_existing);
  check_refused(folder, "episode.md", "mp3-undecodable");
}

TEST_CASE("without FFmpeg sound is refused, and what needs none goes on") {
  const SampleFolder folder;
  fs::create_directory(folder.path() / "libraries");
  folder.write("libraries/libavformat.so.59", "");  // As Debian 12 names it.
  const auto without = "LD_LIBRARY_PATH=" + quoted(folder.path() / "libraries") + " ";
  const auto refused = captions({folder.page()}, without);
  CHECK(refused.exit_code == 1);
  CHECK_THAT(refused.err, Contains("episode.mp3: error: FFmpeg cannot be loaded: ") &&
                              Contains("libavformat.so.59") && Contains("[ffmpeg-missing]\n"));
  CHECK_FALSE(fs::exists(folder.path() / "episode.vtt"));
  CHECK(captions({"--no-audio", folder.page()}, without).exit_code == 0);
}

TEST_CASE("an output folder that is missing is an error") {
  const SampleFolder folder;
  check_refused(folder, "episode.md", "write-failed", {"-d", folder.path() / "missing"});
}

TEST_CASE("an output folder that cannot be written to is an error") {
  const SampleFolder folder;
  // Not even root may write to /proc.
  check_refused(folder, "episode.md", "write-failed", {"-d", "/proc"});
}

TEST_CASE("a full disk is an error that leaves the old output") {
  const SampleFolder folder;
  const auto disk = folder.path() / "disk";
  fs::create_directory(disk);
  if (run({"mount", "-t", "tmpfs", "-o", "size=8k", "none", disk}).exit_code != 0) {
    WARN("SKIPPED: no small file system can be mounted here");
    return;
  }
  std::ofstream(disk / "episode.vtt") << "an earlier output";
  const auto result = captions({"--force", "-d", disk, folder.page()});
  CHECK(result.exit_code == 1);
  CHECK_THAT(result.err, Contains("No space left on device [write-failed]\n"));
  CHECK(content_of(disk / "episode.vtt") == "an earlier output");
  fs::remove(disk / ".cmos-captions.sums");
  CHECK(std::distance(fs::directory_iterator(disk), fs::directory_iterator()) == 1);
  CHECK(run({"umount", disk}).exit_code == 0);
}

TEST_CASE("an unclosed transcript is survived") {
  const SampleFolder folder;
  folder.write("page.md", folder.page_with("[/transcript]", ""));
  check_survived(folder, "page.md", "transcript-unclosed");
}

TEST_CASE("invalid UTF-8 is refused with its position") {
  const SampleFolder folder;
  folder.write("page.md", folder.page_with("[/transcript]", "caf\xE9\n[/transcript]"));
  check_refused(folder, "page.md", "utf8-invalid", {"--mp3", folder.mp3()});
}

TEST_CASE("a stamp that is no time is survived") {
  const SampleFolder folder;
  folder.write("page.md", folder.page_with("[00:07]", "[99:99] nobody: What?\n\n[00:07]"));
  check_survived(folder, "page.md", "stamp-malformed");
}

TEST_CASE("stamps that run backwards are survived") {
  const SampleFolder folder;
  const auto page = folder.page_with("[/transcript]", "[0:01] oskar: Once more.\n\n[/transcript]");
  folder.write("page.md", page);
  check_survived(folder, "page.md", "stamp-backwards");
}

TEST_CASE("an undeclared speaker is survived") {
  const SampleFolder folder;
  folder.write("page.md",
               folder.page_with("[/transcript]", "[9:59] stranger: Hello?\n\n[/transcript]"));
  check_survived(folder, "page.md", "speaker-undeclared");
}

TEST_CASE("a stamp after the end of the audio is survived") {
  const SampleFolder folder;
  folder.write("page.md",
               folder.page_with("[/transcript]", "[59:59] stranger: Hello?\n\n[/transcript]"));
  check_survived(folder, "page.md", "stamp-beyond-end");
}

TEST_CASE("an MP3 that is cut in the middle of a frame gives captions up to there") {
  const SampleFolder folder;
  const auto bytes = content_of(folder.mp3());
  folder.write("episode.mp3", bytes.substr(0, bytes.size() / 2 + 7));
  const auto result = captions({folder.page()});
  CHECK(result.exit_code == 0);
  CHECK_THAT(result.err,
             Contains("[mp3-size]") && Contains("[mp3-time]") && Contains("[stamp-beyond-end]"));
}

TEST_CASE("of several pages the good ones are done") {
  const SampleFolder folder;
  folder.write("bad.md", "");
  const auto result = captions({folder.path() / "bad.md", folder.page()});
  CHECK(result.exit_code == 3);
  CHECK(fs::exists(folder.path() / "episode.vtt"));
  CHECK_FALSE(fs::exists(folder.path() / "bad.vtt"));
}
