#include "align/known_times.h"

#include <catch2/catch.hpp>
#include <string>

using namespace cmos;

namespace {

using Spans = std::vector<std::optional<SoundInterval>>;

SoundInterval said(double start, double end) {
  return {SoundTime(start), SoundTime(end)};
}

// "start-end" of each word.
std::string kept(Spans spans, std::vector<KnownTime> known) {
  Episode episode;
  for (std::size_t i = 0; i < spans.size(); ++i) episode.words.push_back({"ab", {}, {}});
  episode.known_times = std::move(known);
  keep_known_times(episode, spans);
  std::string text;
  for (const auto& each : spans) {
    text += text.empty() ? "" : " ";
    if (each) {
      text += std::to_string(to_time(each->start).count()) + "-" +
              std::to_string(to_time(each->end).count());
    } else {
      text += "?";
    }
  }
  return text;
}

}  // namespace

TEST_CASE("a known start moves the word and the end that touched it") {
  const Spans spans{said(0, 100), said(100, 200), said(300, 400)};
  CHECK(kept(spans, {{1, false, Time(120)}}) == "0-120 120-200 300-400");
  CHECK(kept(spans, {{2, false, Time(280)}}) == "0-100 100-200 280-400");
  CHECK(kept(spans, {{2, false, Time(150)}}) == "0-100 100-150 150-400");
  CHECK(kept(spans, {{1, false, Time(250)}}) == "0-250 250-370 300-400");
}

TEST_CASE("a known end moves the word and the start that touched it") {
  const Spans spans{said(0, 100), said(100, 200), said(300, 400)};
  CHECK(kept(spans, {{0, true, Time(80)}}) == "0-80 80-200 300-400");
  CHECK(kept(spans, {{1, true, Time(320)}}) == "0-100 100-320 320-400");
}

TEST_CASE("a word that was not found is where somebody heard it") {
  const Spans spans{said(0, 100), std::nullopt, said(300, 400)};
  CHECK(kept(spans, {{1, false, Time(150)}}) == "0-100 150-270 300-400");
  CHECK(kept(spans, {{1, true, Time(290)}}) == "0-100 170-290 300-400");
}
