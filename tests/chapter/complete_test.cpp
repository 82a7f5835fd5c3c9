#include "chapter/complete.h"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

using cmos::ChapterStart;
using cmos::complete_chapters;
using cmos::Time;

namespace {

ChapterStart at(int ms, const std::string& title) {
  return {Time(ms), title, "", "", cmos::SourcePosition{7, 3}};
}

std::vector<std::string> lines(const cmos::WithDiagnostics<cmos::Chapters>& completed) {
  std::vector<std::string> result;
  for (const auto& chapter : completed.value) {
    result.push_back(std::to_string(chapter.time.start.count()) + "-" +
                     std::to_string(chapter.time.end.count()) + " " + chapter.title);
  }
  return result;
}

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("each chapter ends where the next one starts, the last with the sound") {
  const auto completed =
      complete_chapters({at(500, "Second"), at(0, "First")}, Time(900), "Title", "a.md");
  CHECK(lines(completed) == Lines{"0-500 First", "500-900 Second"});
  CHECK(completed.diagnostics.empty());
}

TEST_CASE("a chapter with the episode's title goes in front of one that starts later") {
  CHECK(lines(complete_chapters({at(20, "Only")}, Time(90), "The\nTitle", "a.md")) ==
        Lines{"0-20 The Title", "20-90 Only"});
  CHECK(lines(complete_chapters({}, Time(90), "Title", "a.md")).empty());
}

TEST_CASE("chapters that cannot be are left out with a warning at their place") {
  const auto completed = complete_chapters(
      {at(0, "First"), at(40, " \n"), at(50, "One"), at(50, "Other"), at(90, "Late")}, Time(90),
      "Title", "a.md");
  CHECK(lines(completed) == Lines{"0-50 First", "50-90 One"});
  std::vector<std::string> shown;
  for (const auto& diagnostic : completed.diagnostics) shown.push_back(to_string(diagnostic));
  CHECK(shown ==
        Lines{"a.md:7:3: warning: the chapter at 0:00 has no title; it is left out "
              "[chapter-untitled]",
              "a.md:7:3: warning: chapter \"Late\" at 0:00 lies after the end of the audio (0:00); "
              "it is left out [chapter-beyond-end]",
              "a.md:7:3: warning: chapter \"Other\" starts at 0:00 like \"One\"; it is left out "
              "[chapter-twice]"});
}

TEST_CASE("more chapters than an MP3 holds are cut, and the last one lasts to the end") {
  std::vector<ChapterStart> starts;
  for (int i = 1; i <= 256; ++i) starts.push_back(at(i, "Chapter"));
  const auto completed = complete_chapters(starts, Time(1000), "Title", "a.md");
  REQUIRE(completed.value.size() == cmos::kMaxChapters);
  CHECK(completed.value.back().time == cmos::Interval{Time(254), Time(1000)});
  CHECK(completed.diagnostics.size() == 2);
}
