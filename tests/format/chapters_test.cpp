#include <catch2/catch.hpp>
#include <fstream>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "cmos/chapter.h"
#include "format/chapters_text.h"
#include "format/chapters_vtt.h"
#include "support/process.h"
#include "support/temporary_folder.h"

using cmos::Chapter;
using cmos::Chapters;
using cmos::Time;
using cmos::write_chapters_text;

namespace {

// Chapters of these lengths in milliseconds, titled A, B, ...
Chapters of_lengths(const std::vector<int>& lengths) {
  Chapters chapters;
  Time start(0);
  for (const int length : lengths) {
    const auto end = start + Time(length);
    chapters.push_back(
        {{start, end}, std::string(1, static_cast<char>('A' + chapters.size())), "", ""});
    start = end;
  }
  return chapters;
}

std::vector<std::string> rules(const cmos::Diagnostics& diagnostics) {
  std::vector<std::string> result;
  for (const auto& diagnostic : diagnostics) result.emplace_back(diagnostic.rule.name());
  return result;
}

using Rules = std::vector<std::string>;

}  // namespace

TEST_CASE("JSON chapters have times in seconds, and links and images only where there are some") {
  const Chapters chapters{
      {{Time(0), Time(12340)}, "Say \"hi\"", "https://example.org/", "https://example.org/a.png"},
      {{Time(12340), Time(3600000)}, "Two", "", "beside-the-page.png"}};
  const auto json = nlohmann::json::parse(cmos::write_chapters_json(chapters));
  CHECK(json == nlohmann::json::parse(R"({"version": "1.2.0", "chapters": [
      {"startTime": 0.0, "endTime": 12.34, "title": "Say \"hi\"", "url": "https://example.org/",
       "img": "https://example.org/a.png"},
      {"startTime": 12.34, "endTime": 3600.0, "title": "Two"}]})"));
}

TEST_CASE("chapters for YouTube start at 0:00 and have a line each") {
  auto chapters = of_lengths({10000, 3590900, 60000});
  chapters[1].title = "List<String>";
  const auto [text, diagnostics] = write_chapters_text(chapters, "a.md");
  CHECK(text == "0:00 A\n0:10 List\u2039String\u203A\n1:00:00 C\n");
  CHECK(diagnostics.empty());
}

TEST_CASE("chapters that YouTube finds too short become part of their neighbours") {
  const auto [text, diagnostics] =
      write_chapters_text(of_lengths({4000, 20000, 9999, 20000, 20000, 3000}), "a.md");
  CHECK(text == "0:00 B\n0:33 D\n0:53 E\n");
  CHECK(rules(diagnostics) == Rules(3, "youtube-chapter-merged"));
  CHECK(to_string(diagnostics.at(0)) ==
        "a.md: warning: chapter \"F\" at 1:13 is merged into its neighbour: YouTube wants at least "
        "10 s for each [youtube-chapter-merged]");
}

TEST_CASE("the lengths that count for YouTube are those of the times that it is shown") {
  // 0:00.9 to 0:10.8 are 9.9 s, shown as ten.
  const auto chapters = Chapters{{{Time(0), Time(10800)}, "A", "", ""},
                                 {{Time(10800), Time(20700)}, "B", "", ""},
                                 {{Time(20700), Time(31000)}, "C", "", ""}};
  CHECK(write_chapters_text(chapters, "a.md").value == "0:00 A\n0:10 B\n0:20 C\n");
}

TEST_CASE("fewer than three chapters are written with a warning") {
  CHECK(write_chapters_text({}, "a.md").value.empty());
  CHECK(write_chapters_text({}, "a.md").diagnostics.empty());
  const auto two = write_chapters_text(of_lengths({20000, 20000}), "a.md");
  CHECK(two.value == "0:00 A\n0:20 B\n");
  CHECK(rules(two.diagnostics) == Rules{"youtube-too-few-chapters"});
  CHECK(write_chapters_text(of_lengths({3000}), "a.md").value == "0:00 A\n");
}

TEST_CASE("chapters for YouTube stay within 5,000 bytes, the shortest going first") {
  auto chapters = of_lengths(std::vector<int>(30, 60000));
  for (auto& chapter : chapters) chapter.title = std::string(190, 'x');
  chapters[7].time.start += Time(5000);
  chapters[6].time.end += Time(5000);
  const auto [text, diagnostics] = write_chapters_text(chapters, "a.md");
  CHECK(text.size() <= 5000);
  CHECK(text.size() > 4800);
  CHECK(text.find("\n7:05 ") == std::string::npos);
  CHECK(diagnostics.size() == 5);
}

TEST_CASE("chapters of WebVTT are cues with the titles as text") {
  CHECK(cmos::write_chapters_vtt({{{Time(0), Time(1500)}, "A < B & C", "", ""}}) ==
        "WEBVTT\n\n00:00:00.000 --> 00:00:01.500\nA &lt; B &amp; C\n");
}

TEST_CASE("ffmpeg reads chapters with every character that its metadata files escape") {
  const TemporaryFolder folder;
  const auto path = folder.path() / "a.ffmetadata";
  const Chapters chapters{{{Time(0), Time(1500)}, R"(a=b;c#d\e [CHAPTER])", "", ""},
                          {{Time(1500), Time(3000)}, "שלום, 標題", "", ""}};
  std::ofstream(path) << cmos::write_ffmetadata(chapters);
  const auto probe = run({"ffprobe", "-v", "error", "-f", "ffmetadata", "-show_chapters", "-of",
                          "json", path.string()});
  const auto found = nlohmann::json::parse(probe.out).at("chapters");
  REQUIRE(found.size() == 2);
  for (std::size_t i = 0; i < 2; ++i) {
    CHECK(found[i].at("start") == chapters[i].time.start.count());
    CHECK(found[i].at("end") == chapters[i].time.end.count());
    CHECK(found[i].at("tags").at("title") == chapters[i].title);
  }
}

TEST_CASE("addresses in chapters are encoded as in the MP3") {
  const auto text = cmos::write_chapters_json({{{Time(0), Time(1500)},
                                                "A",
                                                "https://a.example/a b?x=1&y=\u00E4#f",
                                                "http://a.example/i m"}});
  const auto chapter = nlohmann::json::parse(text).at("chapters").at(0);
  CHECK(chapter.at("url") == "https://a.example/a%20b?x=1&y=%C3%A4#f");
  CHECK(chapter.at("img") == "http://a.example/i%20m");
}

TEST_CASE("chapters of a video begin where the sound does, but the first one") {
  const auto moved = cmos::in_video(of_lengths({20000, 30000}), Time(2500));
  CHECK(moved.at(0).time == cmos::Interval{Time(0), Time(22500)});
  CHECK(moved.at(1).time == cmos::Interval{Time(22500), Time(52500)});
}
