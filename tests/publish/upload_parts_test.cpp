#include <rapidcheck/catch.h>
#include <catch2/catch.hpp>
#include <string>

#include "format/srt.h"
#include "publish/compare.h"
#include "publish/youtube.h"

using namespace cmos;

namespace {

Cue cue(int start, int end, const std::string& first, const std::string& second = "") {
  Cue result{{Time(start), Time(end)}, {CueLine{"", first, {}}}};
  if (!second.empty()) result.lines.push_back({"", second, {}});
  return result;
}

}  // namespace

TEST_CASE("an upload's body is its snippet and its file, unchanged") {
  rc::prop("whatever the file holds", [](const std::string& file) {
    const auto [type, body] = make_multipart("{}", file);
    const std::string begin = "multipart/related; boundary=";
    RC_ASSERT(type.starts_with(begin));
    const auto boundary = "--" + type.substr(begin.size());
    RC_ASSERT(body.starts_with(boundary + "\r\nContent-Type: application/json; charset=UTF-8"));
    RC_ASSERT(body.ends_with("\r\n\r\n" + file + "\r\n" + boundary + "--\r\n"));
    RC_ASSERT(file.find(boundary) == std::string::npos);
  });
}

TEST_CASE("captions are the same, whatever the lines' breaks and the last millisecond") {
  const Cues ours{cue(1000, 2000, "Hello, dear", "people"), cue(2000, 3000, "Bye")};
  CHECK(shows_the_same(write_srt(ours), write_srt(ours)));
  CHECK(shows_the_same(write_srt(ours),
                       "1\r\n00:00:01,000 --> 00:00:02,001\r\nHello, dear people\r\n\r\n"
                       "2\r\n00:00:01,999 --> 00:00:03,000\r\nBye\r\n"));
}

TEST_CASE("captions with another word, another time or another number of cues are not the same") {
  const auto ours = write_srt({cue(1000, 2000, "Hello"), cue(2000, 3000, "Bye")});
  CHECK_FALSE(shows_the_same(ours, write_srt({cue(1000, 2000, "Hallo"), cue(2000, 3000, "Bye")})));
  CHECK_FALSE(shows_the_same(ours, write_srt({cue(1000, 2500, "Hello"), cue(2500, 3000, "Bye")})));
  CHECK_FALSE(shows_the_same(ours, write_srt({cue(1000, 2000, "Hello")})));
  CHECK_FALSE(shows_the_same(ours, ""));
}

TEST_CASE("a track is found by language without regard to case and by name, never YouTube's own") {
  const std::vector<CaptionTrack> tracks{{"asr", "en", "", "", "", "", false, true},
                                         {"named", "en", "Notes", "", "", "", false, false},
                                         {"plain", "EN", "", "", "", "", false, false}};
  CHECK(find_track(tracks, {"v", "en", ""}) == &tracks[2]);
  CHECK(find_track(tracks, {"v", "en", "Notes"}) == &tracks[1]);
  CHECK(find_track(tracks, {"v", "en", "notes"}) == nullptr);
  CHECK(find_track(tracks, {"v", "de", ""}) == nullptr);
}
