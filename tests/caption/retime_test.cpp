// SpoiltCues get the times at which their words are heard.
#include "caption/retime.h"

#include <rapidcheck.h>

#include <catch2/catch.hpp>
#include <vector>

using cmos::CueToRetime;
using cmos::Interval;
using cmos::retime_cues;
using cmos::Time;
using namespace std::chrono_literals;

namespace {

using SpoiltCues = std::vector<CueToRetime>;
using Intervals = std::vector<Interval>;

// SpoiltCues of two seconds, every three seconds.
Intervals every_three_seconds(int count) {
  Intervals times;
  times.reserve(static_cast<std::size_t>(count));
  for (int i = 0; i < count; ++i) times.push_back({Time(3000 * i), Time((3000 * i) + 2000)});
  return times;
}

// Words are heard with their cues.
SpoiltCues heard_at(const Intervals& stated, const Intervals& heard) {
  SpoiltCues cues;
  cues.reserve(stated.size());
  for (std::size_t i = 0; i < stated.size(); ++i) {
    cues.push_back({stated[i], heard[i].start, heard[i].end});
  }
  return cues;
}

template <typename Change>
Intervals changed(Intervals times, Change change) {
  for (auto& time : times) time = {change(time.start), change(time.end)};
  return times;
}

void check_near(const Intervals& times, const Intervals& truth) {
  REQUIRE(times.size() == truth.size());
  for (std::size_t i = 0; i < times.size(); ++i) {
    CAPTURE(i, times[i].start.count(), truth[i].start.count());
    CHECK(std::chrono::abs(times[i].start - truth[i].start) <= 10ms);
    CHECK(std::chrono::abs(times[i].end - truth[i].end) <= 10ms);
  }
}

}  // namespace

TEST_CASE("captions that are right stay as they are") {
  const auto truth = every_three_seconds(20);
  const auto heard = changed(truth, [](Time time) { return time + 70ms; });
  const auto cues = heard_at(truth, heard);
  CHECK(retime_cues(cues) == truth);
  CHECK(retime_cues(SpoiltCues{}).empty());
}

TEST_CASE("an offset, a wrong frame rate and cuts are found, whichever the order of the cues") {
  const auto truth = every_three_seconds(40);
  const auto shifted = changed(truth, [](Time time) { return time + 7300ms; });
  check_near(retime_cues(heard_at(shifted, truth)), truth);
  const auto stretched = changed(truth, [](Time time) { return time * 25'000 / 23'976; });
  check_near(retime_cues(heard_at(stretched, truth)), truth);
  const auto cut = changed(truth, [](Time time) { return time < 51s ? time : time + 31s; });
  check_near(retime_cues(heard_at(cut, truth)), truth);

  auto cues = heard_at(stretched, truth);
  auto expected = truth;
  std::reverse(cues.begin(), cues.end());
  std::reverse(expected.begin(), expected.end());
  check_near(retime_cues(cues), expected);
}

TEST_CASE(
    "cues keep what their author chose, leads and lengths, and errors of hearing count little") {
  const auto truth = every_three_seconds(30);
  auto cues = heard_at(changed(truth, [](Time time) { return time + 5s; }), truth);
  for (std::size_t i = 0; i < cues.size(); ++i) *cues[i].heard_start += i % 2 == 0 ? 30ms : -30ms;
  for (const auto& time : retime_cues(cues)) CHECK(time.length() == 2s);
  const auto times = retime_cues(cues);
  for (std::size_t i = 1; i < times.size(); ++i)
    CHECK(times[i].start - times[i - 1].start <= 3060ms);
}

TEST_CASE("a cue that is off by itself begins with its word and lasts to its end") {
  const auto truth = every_three_seconds(20);
  auto cues = heard_at(truth, truth);
  cues[7].time = {truth[7].start - 900ms, truth[7].start - 400ms};
  auto expected = truth;
  CHECK(retime_cues(cues) == expected);
}

TEST_CASE("a cue that lets the one before be read stays as late as it was") {
  auto truth = every_three_seconds(20);
  const auto heard = changed(truth, [](Time time) { return time + 10ms; });
  truth[7].start += 110ms;
  truth[6].end = truth[7].start;
  truth[12].start += 110ms;
  const auto late = changed(truth, [](Time time) { return time + 5s; });
  auto wanted = truth;
  wanted[12].start = heard[12].start;
  wanted[12].end = heard[12].end;
  check_near(retime_cues(heard_at(late, heard)), wanted);
}

TEST_CASE("cues without a heard word move with the nearest one, and stay in their gap") {
  const auto truth = every_three_seconds(20);
  auto cues = heard_at(changed(truth, [](Time time) { return time + 4s; }), truth);
  for (const auto i : {0U, 9U, 19U}) cues[i].heard_start = cues[i].heard_end = std::nullopt;
  check_near(retime_cues(cues), truth);

  // Half of what stood between two cues is not in the sound.
  cues = heard_at(truth, truth);
  for (std::size_t i = 10; i < cues.size(); ++i) {
    *cues[i].heard_start -= 9s;
    *cues[i].heard_end -= 9s;
  }
  for (const auto i : {8U, 9U}) cues[i].heard_start = cues[i].heard_end = std::nullopt;
  cues[7].heard_start = 16s;
  const auto times = retime_cues(cues);
  CHECK(times[7].end <= times[8].start);
  CHECK(times[8].end <= times[9].start);
  CHECK(times[9].end <= times[10].start);
  CHECK(times[10].start == 21s);
}

TEST_CASE("cues that touch go on touching, and none lies before the beginning") {
  Intervals truth;
  for (int i = 0; i < 12; ++i) truth.push_back({Time(2000 * i), Time(2000 * (i + 1))});
  auto cues = heard_at(changed(truth, [](Time time) { return time + 1s; }), truth);
  *cues[5].heard_start += 250ms;
  const auto times = retime_cues(cues);
  CHECK(times[5].start == 10250ms);
  CHECK(times[5].end == times[6].start);
  CHECK(times[4].end <= times[5].start);

  const SpoiltCues early{{{1s, 2s}, std::nullopt, std::nullopt}, {{5s, 6s}, 500ms, 1500ms}};
  CHECK(retime_cues(early).front().start == 0s);
}

TEST_CASE("whatever is heard, no cue is lost, negative, or empty") {
  CHECK(rc::check([] {
    const auto moment = [] { return Time(*rc::gen::inRange(0, 100'000)); };
    SpoiltCues cues;
    const int count = *rc::gen::inRange(0, 30);
    for (int i = 0; i < count; ++i) {
      const auto start = moment();
      CueToRetime cue{
          {start, start + Time(*rc::gen::inRange(1, 5000))}, std::nullopt, std::nullopt};
      if (*rc::gen::arbitrary<bool>()) {
        cue.heard_start = moment();
        cue.heard_end = *cue.heard_start + 100ms;
      }
      cues.push_back(cue);
    }
    const auto times = retime_cues(cues);
    RC_ASSERT(times.size() == cues.size());
    for (const auto& time : times) RC_ASSERT(time.start >= 0s && time.end > time.start);
  }));
}
