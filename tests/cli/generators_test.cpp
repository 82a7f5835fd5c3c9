// Pages of other site generators, by the real program.
#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "cli/sample_folder.h"

namespace fs = std::filesystem;
using Catch::Matchers::Contains;

namespace {

const std::string kSpoken =
    "Oskar: Hello, and welcome to a very short episode.\n\n"
    "Zófia: Hi Oskar, neither am I.\n\nOskar: I looked it up. You're right!\n\nZófia: Captions.\n";

// The sample's captions as a transcript of its own, and a page that names it.
void write_pair(const SampleFolder& folder, const std::string& head) {
  REQUIRE(
      captions({folder.page(), "-q", "-f", "srt", "-o", path_of(folder, "said.srt")}).exit_code ==
      0);
  folder.write("talk.md", head);
}

}  // namespace

TEST_CASE("a page may name its transcript, which is read in its place") {
  const SampleFolder folder;
  const auto head =
      GENERATE(as<std::string>(),
               "{\"title\": \"T\", \"podcast_file\": \"episode.mp3\", \"podcast_bytes\": 7,\n"
               "\"transcript\": \"said.srt\"}\n\n### Links\n\n* [a](https://a.example/)\n",
               "+++\ntitle = \"T\"\n[extra]\naudio_file = \"/x/episode.mp3\"\nbytes = 7\n"
               "transcript = \"https://a.example/said.srt\"\n+++\nNotes.\n",
               "---\ntitle: T\naudio: https://cdn.example/e/episode.mp3?download=1\nfileSize: 7\n"
               "transcript: /said.srt\n---\nNotes, " +
                   std::string(3000, 'x') + ".\n");
  CAPTURE(head);
  write_pair(folder, head);
  const auto made = captions({path_of(folder, "talk.md")});
  CAPTURE(made.err);
  CHECK(made.exit_code == 0);
  CHECK_THAT(made.err, Contains("talk.md:") && Contains("size is 7") && Contains("[mp3-size]"));
  CHECK_THAT(content_of(folder.path() / "talk.vtt"), Contains("<v Oskar Lindqvest>Hello,"));
  CHECK_THAT(captions({"check", path_of(folder, "talk.md")}).out, Contains("[mp3-size]"));
  const auto before = content_of(folder.path() / "said.srt");
  CHECK(captions({"fix", path_of(folder, "talk.md")}).exit_code == 0);
  CHECK_THAT(content_of(folder.path() / "talk.md"),
             Contains(std::to_string(fs::file_size(folder.mp3()))));
  CHECK(content_of(folder.path() / "said.srt") == before);
  const auto over = captions({path_of(folder, "talk.md"), "-o", path_of(folder, "said.srt")});
  CHECK(over.exit_code == 2);
}

TEST_CASE("findings are told at the page or its transcript as these were named") {
  const SampleFolder folder;
  fs::create_directories(folder.path() / "site" / "static");
  fs::create_directories(folder.path() / "site" / ".git");
  folder.write("site/static/said.txt", kSpoken);
  folder.write(
      "site/talk.md",
      "---\ntitle: T\ntranscript: /static/said.txt\npronunciations:\n  welcome: QQ\n---\n");
  const auto from_folder = [&](const std::string& place, const std::string& page) {
    return captions({"make", page, "--audio", folder.mp3(), "-f", "srt", "-o", "-"},
                    "cd " + quoted(folder.path() / place) + " && ")
        .err;
  };
  const auto check = [&](const std::string& place, const std::string& page,
                         const std::string& transcript) {
    CHECK_THAT(from_folder(place, page), Contains("\n" + page + ":5:12: warning: ") &&
                                             Contains("[pronunciation-unknown-phone]") &&
                                             Contains("\n" + transcript + ":"));
  };
  check("site", "talk.md", "static/said.txt");
  folder.write("site/lost.md",
               "---\ntitle: T\naudio: lost.mp3\ntranscript: /static/said.txt\n---\n");
  CHECK_THAT(captions({path_of(folder, "site/lost.md")}).err,
             Contains("site/lost.md:3:8: error: the MP3 lost.mp3 is not here"));
  check(".", "site/talk.md", "site/static/said.txt");
  check("site/static", "../talk.md", "../static/said.txt");
}

TEST_CASE("a transcript that is not here is told where it is named") {
  const SampleFolder folder;
  folder.write("talk.md", "---\ntitle: T\ntranscript: nowhere.vtt\n---\n");
  const auto result = captions({path_of(folder, "talk.md"), "--audio", folder.mp3()});
  CHECK(result.exit_code == 1);
  CHECK_THAT(result.err, Contains("talk.md:3:13: error: the transcript nowhere.vtt is not here"));
}

TEST_CASE("a sound of the page's own name beside it is its sound if it names none") {
  const SampleFolder folder;
  folder.write("talk.md", "---\ntitle: T\n---\n## Transcript\n\n" + kSpoken);
  CHECK_THAT(captions({path_of(folder, "talk.md")}).err, Contains("[mp3-missing]"));
  fs::copy(folder.mp3(), folder.path() / "talk.mp3");
  const auto made = captions({path_of(folder, "talk.md"), "-o", "-", "-f", "text"});
  CHECK(made.exit_code == 0);
  CHECK_THAT(made.out, Contains("Zófia") && Contains("Hi Oskar, neither am I."));
}

TEST_CASE("fix writes a size and a length that are missing") {
  const SampleFolder folder;
  auto text = folder.page_with("  size: ", "  # size: ");
  const auto time = text.find("  time: ");
  text.erase(time, text.find('\n', time) + 1 - time);
  folder.write("talk.md", text);
  CHECK(captions({"fix", path_of(folder, "talk.md"), "--audio", folder.mp3()}).exit_code == 0);
  const auto fixed = content_of(folder.path() / "talk.md");
  CHECK_THAT(fixed, Contains("\n  size: " + std::to_string(fs::file_size(folder.mp3())) +
                             "\n  time: 2:18\n"));
  CHECK(captions({"check", path_of(folder, "talk.md"), "--audio", folder.mp3()}).out.empty());
}

TEST_CASE("fix leaves a transcript of another form as it is") {
  const SampleFolder folder;
  const std::string srt =
      "1\n00:00:09,000 --> 00:00:12,000\nOskar: Hello, and welcome to a very short episode.\n\n"
      "2\n00:00:30,000 --> 00:00:31,000\nZofia: Hi Oskar, neither am I.\n\n"
      "3\n00:09:00,000 --> 00:09:02,000\nOskar: I looked it up. You're right!\n\n"
      "4\n00:09:05,000 --> 00:09:06,000\nZofia: Captions.\n";
  folder.write("talk.srt", srt);
  const auto result = captions({"fix", path_of(folder, "talk.srt"), "--audio", folder.mp3()});
  CAPTURE(result.err);
  CHECK(content_of(folder.path() / "talk.srt") == srt);
}
