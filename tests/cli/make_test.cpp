#include <catch2/catch.hpp>
#include <string>

#include "cli/sample_folder.h"

namespace fs = std::filesystem;
using Catch::Matchers::Contains;
using Catch::Matchers::StartsWith;

TEST_CASE("a page becomes WebVTT beside it") {
  const SampleFolder folder;
  const auto result = captions({folder.page()});
  CHECK(result.exit_code == 0);
  CHECK(result.out.empty());
  CHECK(result.err.empty());
  CHECK_THAT(content_of(folder.path() / "episode.vtt"), StartsWith("WEBVTT\n\n"));
  CHECK(folder.files() == std::vector<std::string>{"episode.md", "episode.mp3", "episode.vtt"});
}

TEST_CASE("the subcommand's name may be given") {
  const SampleFolder folder;
  CHECK(captions({"make", folder.page()}).exit_code == 0);
  CHECK(fs::exists(folder.path() / "episode.vtt"));
}

TEST_CASE("several formats are made in one run") {
  const SampleFolder folder;
  CHECK(captions({"-f", "vtt,srt", folder.page()}).exit_code == 0);
  CHECK_THAT(content_of(folder.path() / "episode.vtt"), StartsWith("WEBVTT\n\n"));
  CHECK_THAT(content_of(folder.path() / "episode.srt"), StartsWith("1\n00:00:0"));
}

TEST_CASE("all stands for every format, each made once") {
  const SampleFolder folder;
  REQUIRE(captions({"-f", "srt,all,vtt", folder.page()}).exit_code == 0);
  for (const auto* suffix : {".vtt", ".srt", ".transcript.vtt", ".transcript.json", ".txt",
                             ".words.json", ".karaoke.vtt", ".transcript.html"}) {
    INFO(suffix);
    CHECK(fs::file_size(folder.path() / ("episode" + std::string(suffix))) > 0);
  }
}

TEST_CASE("the style and its single numbers shape the players' captions", "[long]") {
  const SampleFolder folder;
  const auto vtt = [&](std::vector<std::string> arguments) {
    arguments.insert(arguments.end(), {"-o", "-", folder.page()});
    return captions(arguments).out;
  };
  const auto netflix = vtt({});
  CHECK(vtt({"--style", "netflix"}) == netflix);
  const auto bbc = vtt({"--style", "bbc"});
  CHECK(bbc != netflix);
  CHECK(vtt({"--style", "bbc", "--width", "37"}) == bbc);
  CHECK(lines_in(vtt({"--lines", "1"})) > lines_in(netflix));
  CHECK(vtt({"-f", "transcript-vtt", "--style", "bbc"}) == vtt({"-f", "transcript-vtt"}));
}

TEST_CASE("speaker labels stand where they are wanted, and by themselves where nothing else tells",
          "[long]") {
  const SampleFolder folder;
  const auto no_video =
      folder.page_with("{% youtube id=\"Cap7ionS4mp\" file=\"words-you-can-see.mp4\" %}", "");
  folder.write("unseen.md", no_video);
  folder.write("alone.md", no_video.substr(0, no_video.find("[00:07]")) + "[/transcript]\n");
  const auto unseen = path_of(folder, "unseen.md");
  const auto alone = path_of(folder, "alone.md");
  const auto count = [&](const std::string& page, const std::string& format,
                         const std::string& labels) {
    std::vector<std::string> arguments{"--no-audio", "-o", "-", "-f", format, page};
    if (!labels.empty()) arguments.insert(arguments.end(), {"--speaker-labels", labels});
    const auto out = captions(arguments).out;
    const std::string label = "Oskar Lindqvest: ";
    std::size_t found = 0;
    for (auto at = out.find(label); at != std::string::npos; at = out.find(label, at + 1)) ++found;
    return found;
  };
  const auto changes = count(unseen, "srt", "change");
  CHECK(changes > 1);
  CHECK(count(folder.page(), "srt", "") == changes);
  for (const auto* const format : {"vtt", "srt", "karaoke"}) {
    CAPTURE(format);
    CHECK(count(unseen, format, "") == changes);
    CHECK(count(unseen, format, "none") == 0);
    CHECK(count(folder.page(), format, "change") == changes);
    CHECK(count(unseen, format, "always") > changes);
    CHECK(count(alone, format, "") == 0);
    CHECK(count(alone, format, "change") == 1);
  }
  CHECK(count(folder.page(), "vtt", "") == 0);
  CHECK(count(folder.page(), "karaoke", "") == 0);
  CHECK(count(unseen, "transcript-vtt", "") == 0);
}

TEST_CASE("the output's suffix says the format") {
  const SampleFolder folder;
  CHECK(captions({"-o", folder.path() / "x.srt", folder.page()}).exit_code == 0);
  CHECK_THAT(content_of(folder.path() / "x.srt"), StartsWith("1\n00:00:0"));
}

TEST_CASE("a dash writes to the standard output") {
  const SampleFolder folder;
  const auto result = captions({"-o", "-", "-f", "srt", folder.page()});
  CHECK(result.exit_code == 0);
  CHECK_THAT(result.out, StartsWith("1\n00:00:0"));
  CHECK(folder.files() == std::vector<std::string>{"episode.md", "episode.mp3"});
}

TEST_CASE("a standard output that is full is an error") {
  const SampleFolder folder;
  const auto command = quoted(CMOS_PROGRAM) + " -o - " + quoted(folder.page()) +
                       " > /dev/full 2> " + quoted(folder.path() / "err");
  CHECK(run({"sh", "-c", command}).exit_code == 1);
  CHECK_THAT(content_of(folder.path() / "err"), Contains("[write-failed]"));
}

TEST_CASE("an output folder takes the outputs of all pages") {
  const SampleFolder folder;
  fs::copy(folder.page(), folder.path() / "second.md");
  fs::create_directory(folder.path() / "out");
  CHECK(captions({"-d", folder.path() / "out", folder.page(), folder.path() / "second.md"})
            .exit_code == 0);
  CHECK(fs::exists(folder.path() / "out/episode.vtt"));
  CHECK(fs::exists(folder.path() / "out/second.vtt"));
}

TEST_CASE("command lines that make no sense are refused before anything is done") {
  const SampleFolder folder;
  const std::string page = folder.page();
  fs::create_directory(folder.path() / "other");
  fs::copy(page, folder.path() / "other/episode.md");
  const std::vector<std::vector<std::string>> wrong{
      {},
      {"--no-such-option", page},
      {"-f", "docx", page},
      {"-o", folder.path() / "x.docx", page},
      {"-o", folder.path() / "x.srt", "-f", "vtt", page},
      {"-o", folder.path() / "x.vtt", "-f", "vtt,srt", page},
      {"-o", folder.path() / "x.vtt", page, page},
      {"-o", folder.path() / "x.vtt", "-d", folder.path(), page},
      {"-d", folder.path(), page, folder.path() / "other/episode.md"},
      {"probe"},
      {"--style", "cinema", page},
      {"--width", "7", page},
      {"--shortest", "8000", page},
      {"--speaker-labels", "sometimes", page},
  };
  for (const auto& arguments : wrong) {
    CAPTURE(arguments);
    const auto result = captions(arguments);
    CHECK(result.exit_code == 2);
    CHECK_FALSE(result.err.empty());
  }
  CHECK(folder.files() == std::vector<std::string>{"episode.md", "episode.mp3", "other"});
}

TEST_CASE("what is wrong with a command line drives no terminal") {
  const SampleFolder folder;
  for (const std::string what : {"\x1B]52;c;x\x07",
                                 "\xC2\x9B"
                                 "2J",
                                 "\xE2\x80\xAE", "\r", "\xE2\x80\xA8"}) {
    for (const std::vector<std::string>& wrong :
         {std::vector{"--width=" + what}, {"--align=" + what}, {"--" + what}, {"-j", what}}) {
      CAPTURE(wrong);
      auto arguments = wrong;
      arguments.push_back(folder.page());
      const auto refused = captions(arguments);
      CHECK(refused.exit_code == 2);
      CHECK_THAT(refused.err, Contains("cmos-captions: error: ") && !Contains(what));
    }
  }
}

TEST_CASE("an MP3 is found through the media root, the repository's folders, and the page's own") {
  const SampleFolder folder;
  const auto root = folder.path() / "site";
  fs::create_directories(root / "pages/2026");
  fs::create_directories(root / "media");
  folder.write("site/pages/2026/episode.md",
               folder.page_with("/media/episode.mp3", "/media/x.mp3"));
  const std::string page = root / "pages/2026/episode.md";
  fs::copy(folder.mp3(), root / "media/x.mp3");

  SECTION("not above the page outside a repository") {
    CHECK(captions({page}).exit_code == 1);
  }
  SECTION("above the page inside a repository") {
    fs::create_directory(root / ".git");
    CHECK(captions({page}).exit_code == 0);
  }
  SECTION("under a media root with its whole path") {
    CHECK(captions({"--media-root", root, page}).exit_code == 0);
  }
  SECTION("under a media root by its last part") {
    CHECK(
        captions({"--media-root", folder.path(), "--media-root", root / "media", page}).exit_code ==
        0);
  }
  SECTION("as --mp3 says") {
    CHECK(captions({"--mp3", folder.mp3(), page}).exit_code == 0);
  }
  SECTION("never by climbing out of a folder") {
    folder.write("site/pages/2026/climb.md",
                 folder.page_with("/media/episode.mp3", "/../../media/x.mp3"));
    CHECK(captions({root / "pages/2026/climb.md"}).exit_code == 1);
  }
}

TEST_CASE("without sound the times come from the stamps, with a warning") {
  const SampleFolder folder;
  fs::remove(folder.mp3());
  const auto result = captions({"--no-audio", folder.page()});
  CHECK(result.exit_code == 0);
  CHECK_THAT(result.err, Contains("warning: ") && Contains("[no-audio]\n"));
  CHECK(lines_in(result.err) == 1);
}

TEST_CASE("quiet leaves errors only") {
  const SampleFolder folder;
  CHECK(captions({"-q", "--no-audio", folder.page()}).err.empty());
  CHECK_FALSE(captions({"-q", folder.path() / "missing.md"}).err.empty());
}

TEST_CASE("size and time that are another file's are reported where they stand") {
  const SampleFolder folder;
  const auto page = content_of(folder.page());
  folder.write("page.md", folder.page_with("  size: ", "  size: 1"));
  const auto result = captions({"--mp3", folder.mp3(), folder.path() / "page.md"});
  CHECK(result.exit_code == 0);
  const auto line =
      std::count(page.begin(), page.begin() + static_cast<long>(page.find("  size: ")), '\n') + 1;
  CHECK_THAT(result.err, Contains("page.md:" + std::to_string(line) + ":9: warning: size is 1"));
}

TEST_CASE("the same input gives the same bytes, and an unchanged output is not written again") {
  const SampleFolder folder;
  REQUIRE(captions({"-f", "vtt,srt", folder.page()}).exit_code == 0);
  const auto vtt = content_of(folder.path() / "episode.vtt");
  fs::create_hard_link(folder.path() / "episode.vtt", folder.path() / "same-file");
  REQUIRE(captions({"-f", "vtt,srt", folder.page()}).exit_code == 0);
  CHECK(content_of(folder.path() / "episode.vtt") == vtt);
  CHECK(fs::hard_link_count(folder.path() / "episode.vtt") == 2);
}
