#include "caption/timing.h"

#include <catch2/catch.hpp>
#include <string>
#include <utility>
#include <vector>

using namespace std::chrono_literals;
using cmos::kStyles;
using cmos::out_time;
using cmos::Time;

namespace {

// A cue of two words that comes at 10 s.
Time out(Time end, std::optional<Time> next, std::size_t characters = 10) {
  return out_time(kStyles[0], {10s, end, next, std::nullopt, 2, characters});
}

}  // namespace

TEST_CASE("a cue leaves with its last word where nothing asks for more") {
  CHECK(out(12s, 20s) == 12s);
  CHECK(out(12s, std::nullopt) == 12s);
}

TEST_CASE("a gap under half a second is closed") {
  CHECK(out(12s, 12s) == 12s);
  CHECK(out(12s, 12050ms) == 12050ms);
  CHECK(out(12s, 12499ms) == 12499ms);
  CHECK(out(12s, 12500ms) == 12s);
}

TEST_CASE("a cue that is fast stays half a second longer at most, and keeps half a second free") {
  CHECK(out(12s, 20s, 45) == 12250ms);
  CHECK(out(12s, 20s, 80) == 12500ms);
  CHECK(out(12s, 12700ms, 80) == 12200ms);
  CHECK(out(12s, 12500ms, 80) == 12s);
}

TEST_CASE("a short cue stays for its shortest time, or until the next one comes") {
  CHECK(out(10100ms, 20s) == 10834ms);
  CHECK(out(10100ms, 11s) == 11s);
  CHECK(out(10100ms, 10700ms) == 10700ms);
  CHECK(out(10100ms, 10400ms) == 10400ms);
  CHECK(out_time(kStyles[1], {10s, 10100ms, 20s, {}, 4, 4}) == 11200ms);
}

TEST_CASE("no cue stays for more than seven seconds, and what is left before the next is a gap") {
  CHECK(out(30s, 30s) == 17s);
  CHECK(out(17s, 17010ms) == 17010ms - 84ms);
  CHECK(out(16900ms, 17300ms) == 17s);
}

TEST_CASE("nothing is shown after the end of the sound but a word that goes on") {
  CHECK(out_time(kStyles[0], {10s, 10100ms, {}, 10500ms, 1, 3}) == 10500ms);
  CHECK(out_time(kStyles[0], {10s, 10100ms, {}, 10050ms, 1, 3}) == 10100ms);
}

TEST_CASE("a cue that has time to spare comes later for one that cannot be read or flashes") {
  const auto cue = [](Time start, Time end, std::vector<cmos::CueWord> words) {
    std::string text;
    for (const auto& word : words) text += (text.empty() ? "" : " ") + word.text;
    return cmos::Cue{{start, end}, {{"Ada", text, std::move(words)}}};
  };
  const auto boundary = [](cmos::Cue earlier, cmos::Cue later) {
    cmos::Cues cues{std::move(earlier), std::move(later)};
    cmos::give_way(kStyles[0], cues[0], cues[1]);
    CHECK(cues[0].time.start == 10s);
    CHECK(cues[1].time.end == 14s);
    return std::pair(cues[0].time.end, cues[1].time.start);
  };
  const auto same = [](Time time) { return std::pair(time, time); };
  const auto fast = cue(10s, 11s, {{"internationalization,", {10s, 11s}}});  // 21 characters.
  const auto calm = cue(11s, 14s, {{"we", {11s, 11200ms}}, {"say.", {11200ms, 11500ms}}});
  CHECK(boundary(fast, calm) == same(11050ms));
  const auto faster = cue(10s, 11s, {{"internationalizations, etc.,", {10s, 11s}}});
  CHECK(boundary(faster, calm) == same(11084ms));
  const auto flash = cue(10s, 10800ms, {{"Yes.", {10s, 10800ms}}});
  auto soon = cue(10800ms, 14s, calm.lines[0].words);
  soon.lines[0].words[0].time = {10800ms, 10820ms};
  CHECK(boundary(flash, soon) == same(10819ms));
  soon.lines[0].words[0].time = {10840ms, 11s};
  CHECK(boundary(flash, soon) == same(10834ms));
  const auto busy = cue(11s, 14s, {{std::string(59, 'x'), {11s, 14s}}});  // 50 ms to spare.
  CHECK(boundary(faster, busy) == same(11050ms));
  auto apart = calm;
  apart.time.start = 11500ms;
  CHECK(boundary(fast, apart) == std::pair<Time, Time>(11s, 11500ms));
}

TEST_CASE("styles are found by name") {
  REQUIRE(cmos::find_style("bbc") != nullptr);
  CHECK(cmos::find_style("bbc")->width == 37);
  CHECK(cmos::find_style("none") == nullptr);
  CHECK(cmos::reading_time(kStyles[0], 41) == 2050ms);
}
