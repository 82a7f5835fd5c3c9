#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>
#include <string>

#include "cli/sample_folder.h"

namespace fs = std::filesystem;
using Catch::Matchers::Contains;

namespace {

// The sample's page with two chapters listed in its front matter.
fs::path listed_page(const SampleFolder& folder) {
  folder.write("listed.md", folder.page_with("mp3:\n",
                                             "chapters:\n  - {time: \"0:00\", title: \"Ẹ káàbọ̀\"}\n"
                                             "  - {time: \"1:02.345\", title: \"שלום\", url: "
                                             "\"https://example.org/\"}\nmp3:\n"));
  return folder.path() / "listed.md";
}

std::string chapters_in(const fs::path& mp3) {
  const auto listed = captions({"chapters", mp3});
  CHECK(listed.exit_code == 0);
  CHECK(listed.err.empty());
  return listed.out;
}

constexpr const char* kListed =
    "    0:00  Ẹ káàbọ̀\n    1:02  שלום\n          https://example.org/\n";

}  // namespace

TEST_CASE("a page's chapters go into a copy of its MP3, and the MP3 stays as it is") {
  const SampleFolder folder;
  const auto page = listed_page(folder);
  const auto before = content_of(folder.mp3());
  const auto made = captions({"-f", "mp3", page});
  CHECK(made.exit_code == 0);
  CHECK_THAT(made.err, Contains("listed.md:") && Contains("warning: size is ") &&
                           Contains("the marked MP3 has ") && Contains("[mp3-size]\n"));
  CHECK(lines_in(made.err) == 1);
  CHECK(content_of(folder.mp3()) == before);
  CHECK(chapters_in(folder.path() / "listed.chapters.mp3") == kListed);
  CHECK(chapters_in(folder.mp3()).empty());
}

TEST_CASE("an MP3 is marked in place, marked again without a change, and unmarked") {
  const SampleFolder folder;
  const auto page = listed_page(folder);
  const auto before = content_of(folder.mp3());
  REQUIRE(captions({"-f", "mp3", "--in-place", page}).exit_code == 0);
  CHECK(chapters_in(folder.mp3()) == kListed);
  const auto marked = content_of(folder.mp3());
  fs::create_hard_link(folder.mp3(), folder.path() / "same-file");
  REQUIRE(captions({"-f", "mp3", "--in-place", page}).exit_code == 0);
  CHECK(content_of(folder.mp3()) == marked);
  CHECK(fs::hard_link_count(folder.mp3()) == 2);
  REQUIRE(captions({"-f", "mp3", "--in-place", "--chapters", "none", page}).exit_code == 0);
  CHECK(chapters_in(folder.mp3()).empty());
  const auto unmarked = content_of(folder.mp3());
  CHECK(unmarked.size() >= before.size());
  // Behind the tag, whose padding may have grown.
  CHECK(unmarked.ends_with(before.substr(before.find("\xFF\xFB"))));
}

TEST_CASE("chapters of the page are written at exactly their times, the last to the sound's end") {
  const SampleFolder folder;
  const auto page = listed_page(folder);
  REQUIRE(captions({"-f", "chapters-json,chapters-vtt,chapters-txt,ffmetadata", page}).exit_code ==
          0);
  const auto json =
      nlohmann::json::parse(content_of(folder.path() / "listed.chapters.json"))["chapters"];
  const auto probe = nlohmann::json::parse(captions({"probe", "--json", folder.mp3()}).out);
  REQUIRE(json.size() == 2);
  CHECK(json[1]["startTime"] == 62.345);
  CHECK(json[1]["url"] == "https://example.org/");
  CHECK(json[1]["endTime"].get<double>() == Approx(probe["duration"].get<double>()).margin(0.0011));
  CHECK_THAT(content_of(folder.path() / "listed.chapters.vtt"),
             Contains("00:01:02.345 --> ") && Contains("\nשלום\n"));
  CHECK(content_of(folder.path() / "listed.chapters.txt") == "0:00 Ẹ káàbọ̀\n1:02 שלום\n");
  CHECK_THAT(content_of(folder.path() / "listed.ffmetadata"), Contains("START=62345\n"));
}

TEST_CASE("chapters are found in what is said, none shorter than asked for") {
  const SampleFolder folder;
  REQUIRE(captions({"-f", "chapters-json", "--min-chapter", "20", folder.page()}).exit_code == 0);
  const auto json =
      nlohmann::json::parse(content_of(folder.path() / "episode.chapters.json"))["chapters"];
  CHECK(json.size() > 1);
  for (const auto& chapter : json) {
    CHECK(chapter["endTime"].get<double>() - chapter["startTime"].get<double>() >= 20);
  }
}

TEST_CASE("chapters that a page does not give are missed with a warning") {
  const SampleFolder folder;
  const auto made = captions({"-f", "chapters-json", "--chapters", "explicit", folder.page()});
  CHECK(made.exit_code == 0);
  CHECK_THAT(made.err, Contains("warning: ") && Contains("[chapters-missing]\n"));
  const auto json = nlohmann::json::parse(content_of(folder.path() / "episode.chapters.json"));
  CHECK(json["chapters"].empty());
}

TEST_CASE("chapters do without an MP3 where none is marked") {
  const SampleFolder folder;
  const auto page = listed_page(folder);
  fs::remove(folder.mp3());
  CHECK(captions({"-f", "chapters-txt", "--no-audio", page}).exit_code == 0);
  CHECK_THAT(content_of(folder.path() / "listed.chapters.txt"), Contains("1:02 שלום\n"));
}

TEST_CASE("an MP3 whose tag cannot be kept is refused and left as it is") {
  const SampleFolder folder;
  const auto page = listed_page(folder);
  // A frame that is longer than the tag.
  const std::string tag("ID3\3\0\0\0\0\0\x14TIT2\0\0\x0F\0\0\0\0\0\0\0\0\0\0\0\0\0", 30);
  const auto broken = tag + content_of(folder.mp3());
  folder.write("episode.mp3", broken);
  const auto made = captions({"-f", "mp3", "--in-place", page});
  CHECK(made.exit_code == 1);
  CHECK_THAT(made.err, Contains("episode.mp3: error: ") && Contains("[id3-damaged]\n"));
  CHECK(content_of(folder.mp3()) == broken);
}

TEST_CASE("command lines that make no sense for chapters are refused") {
  const SampleFolder folder;
  const std::string page = folder.page();
  const std::vector<std::vector<std::string>> wrong{
      {"--in-place", page},
      {"-f", "mp3", "-o", "-", page},
      {"-f", "mp3", "--no-audio", page},
      {"-f", "mp3", "--in-place", "-o", folder.path() / "x.chapters.mp3", page},
      {"-f", "chapters-json", "--chapters", "some", page},
      {"-f", "chapters-json", "--min-chapter", "0", page},
      {"chapters"},
  };
  for (const auto& arguments : wrong) {
    CAPTURE(arguments);
    CHECK(captions(arguments).exit_code == 2);
  }
  CHECK(folder.files() == std::vector<std::string>{"episode.md", "episode.mp3"});
}

TEST_CASE("a feed gets lines for what is made with it, or for what podcast apps read") {
  const SampleFolder folder;
  folder.write(".cmos-captions.yaml", "feed: {base_url: \"https://example.org\"}\n");
  fs::create_directories(folder.path() / "e/2026");
  fs::rename(folder.page(), folder.path() / "e/2026/episode.md");
  const std::string page = folder.path() / "e/2026/episode.md";
  fs::create_directory(folder.path() / ".git");

  const auto alone = captions({"-f", "feed", "-o", "-", page});
  CHECK(alone.exit_code == 0);
  CHECK(alone.out ==
        "<podcast:transcript url=\"https://example.org/e/2026/episode.transcript.vtt\" "
        "type=\"text/vtt\" language=\"en\" />\n"
        "<podcast:chapters url=\"https://example.org/e/2026/episode.chapters.json\" "
        "type=\"application/json+chapters\" />\n");

  CHECK_THAT(captions({"-f", "feed", "--language", "en-GB", "-o", "-", page}).out,
             Contains("language=\"en-GB\""));

  REQUIRE(captions({"-f", "feed,srt,words", "--mp3", folder.mp3(), page}).exit_code == 0);
  CHECK(content_of(folder.path() / "e/2026/episode.feed.xml") ==
        "<podcast:transcript url=\"https://example.org/e/2026/episode.srt\" "
        "type=\"application/x-subrip\" language=\"en\" />\n");
}

TEST_CASE("a feed without the site's address is wrong use") {
  const SampleFolder folder;
  const auto made = captions({"-f", "feed", folder.page()});
  CHECK(made.exit_code == 2);
  CHECK_THAT(made.err, Contains("base_url"));
}

TEST_CASE("all formats are those that need no more than the page and its sound") {
  const SampleFolder folder;
  REQUIRE(captions({"-f", "all", folder.page()}).exit_code == 0);
  CHECK(fs::exists(folder.path() / "episode.chapters.json"));
  CHECK_FALSE(fs::exists(folder.path() / "episode.chapters.mp3"));
  CHECK_FALSE(fs::exists(folder.path() / "episode.feed.xml"));
}

TEST_CASE("what is no MP3 is not marked, and stays as it is") {
  const SampleFolder folder;
  const auto page = listed_page(folder);
  for (const auto& [name, kind] : std::vector<std::pair<std::string, std::string>>{
           {"a.m4a", "MP4 (aac)"}, {"a.flac", "FLAC (flac)"}, {"a.wav", "WAV (pcm_s16le)"}}) {
    INFO(name);
    const auto other = folder.path() / name;
    REQUIRE(run({"ffmpeg", "-v", "error", "-i", folder.mp3(), "-t", "70", other}).exit_code == 0);
    fs::rename(other, folder.mp3());
    const auto before = content_of(folder.mp3());
    const auto made = captions({"-f", "mp3,vtt", "--in-place", page});
    CHECK(made.exit_code == 1);
    CHECK_FALSE(fs::exists(folder.path() / "listed.vtt"));
    CHECK_THAT(made.err, Contains("it is no MP3 but " + kind) && Contains("[mp3-container]\n"));
    CHECK(content_of(folder.mp3()) == before);
    CHECK_FALSE(fs::exists(folder.path() / "listed.chapters.mp3"));
    CHECK_THAT(captions({"check", page}).out,
               Contains("episode.mp3: error: it is no MP3 but " + kind));
    fs::remove(folder.mp3());
    fs::copy(fs::path(CMOS_SAMPLES) / "episode.mp3", folder.mp3());
  }
}

TEST_CASE("chapters that cannot be read are published nowhere, in place or not") {
  const SampleFolder folder;
  folder.write(
      "broken.md",
      folder.page_with("mp3:\n", "chapters:\n  - {time: \"0:00\", title: A: b: c\nmp3:\n"));
  const auto before = content_of(folder.mp3());
  const auto made =
      captions({"-f", "mp3,chapters-json", "--in-place", folder.path() / "broken.md"});
  CHECK(made.exit_code == 1);
  CHECK_THAT(made.err, Contains("[chapters-unread]"));
  CHECK(content_of(folder.mp3()) == before);
  CHECK_FALSE(fs::exists(folder.path() / "broken.chapters.json"));
}

TEST_CASE("images of chapters stay in the page's folder") {
  const SampleFolder folder;
  fs::create_directory(folder.path() / "pages");
  fs::rename(folder.mp3(), folder.path() / "pages/episode.mp3");
  folder.write("secret.jpg", "\xFF\xD8\xFF\xE0secret");
  fs::create_symlink("../secret.jpg", folder.path() / "pages/link.jpg");
  for (const std::string image : {"../secret.jpg", "x/../../secret.jpg", "link.jpg"}) {
    INFO(image);
    folder.write("pages/listed.md",
                 folder.page_with("mp3:\n", "chapters:\n  - {time: \"0:00\", title: A, image: " +
                                                image + "}\nmp3:\n"));
    const auto made = captions({"-f", "mp3", folder.path() / "pages/listed.md"});
    CHECK(made.exit_code == 0);
    CHECK_THAT(made.err, Contains("[chapter-image]"));
    CHECK(content_of(folder.path() / "pages/listed.chapters.mp3").find("secret") ==
          std::string::npos);
  }
}

TEST_CASE("chapters of what is no MP3 are an error and not none") {
  const SampleFolder folder;
  folder.write("page.txt", "no sound");
  const auto text = captions({"chapters", path_of(folder, "page.txt")});
  CHECK(text.exit_code == 1);
  CHECK(text.out.empty());
  CHECK_THAT(text.err, Contains(": error: "));
}
