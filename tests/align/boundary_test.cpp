#include "align/boundary.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <numbers>
#include <vector>

#include "speech/band_levels.h"

using namespace cmos;

namespace {

constexpr std::size_t kSamplesPerMs = 16;

// Noise of a fixed seed.
std::vector<float> noise(std::size_t ms, float amplitude) {
  std::vector<float> samples(ms * kSamplesPerMs);
  std::uint32_t state = 1;
  for (float& sample : samples) {
    state = state * 1664525U + 1013904223U;
    sample = amplitude * (static_cast<float>(state >> 8U) / float{1 << 23} - 1.0F);
  }
  return samples;
}

std::vector<float> tone(std::size_t ms, double hertz) {
  std::vector<float> samples(ms * kSamplesPerMs);
  for (std::size_t i = 0; i < samples.size(); ++i) {
    samples[i] = static_cast<float>(
        0.3 * std::sin(2 * std::numbers::pi * hertz * static_cast<double>(i) / 16000));
  }
  return samples;
}

std::vector<float> operator+(std::vector<float> first, const std::vector<float>& second) {
  first.insert(first.end(), second.begin(), second.end());
  return first;
}

BandLevels levels_of(const std::vector<float>& samples) {
  BandLevels levels;
  levels.consume(samples);
  levels.finish();
  return levels;
}

Boundary at(BoundaryKind kind, PhoneClass left, PhoneClass right, double start, double end) {
  return {kind, left, right, SoundTime(start), SoundTime(end), SoundTime(100), SoundTime(100)};
}

}  // namespace

TEST_CASE("A step is loudest in the octave of its tone, and silence lies at the floor") {
  const auto loudest = [](double hertz) {
    const auto levels = levels_of(tone(200, hertz));
    const auto& step = levels.steps()[20];
    return std::ranges::max_element(step) - step.begin();
  };
  CHECK(loudest(500) == 0);
  CHECK(loudest(1500) == 1);
  CHECK(loudest(3000) == 2);
  CHECK(loudest(6000) == 3);
  const auto silence = levels_of(std::vector<float>(3200));
  REQUIRE(silence.steps().size() == 40);
  for (const auto& step : silence.steps()) CHECK(step == silence.steps()[0]);
  CHECK(levels_of(std::vector<float>(79)).steps().empty());
}

TEST_CASE("Levels are the same however the samples are cut") {
  const auto samples = noise(300, 0.2F) + tone(301, 700);
  const auto whole = levels_of(samples);
  BandLevels cut;
  for (std::size_t i = 0; i < samples.size(); i += 37) {
    cut.consume(std::span(samples).subspan(i, std::min<std::size_t>(37, samples.size() - i)));
  }
  cut.finish();
  CHECK(std::ranges::equal(cut.steps(), whole.steps()));
}

TEST_CASE("A boundary is found in the sound, wherever near it the search has it") {
  const auto levels = levels_of(noise(300, 0.1F) + tone(300, 400));
  for (const double searched : {275.0, 290.0, 300.0, 310.0, 325.0}) {
    const Boundary boundary = at(BoundaryKind::inside, PhoneClass::voiceless_fricative,
                                 PhoneClass::vowel, searched, searched);
    INFO("searched at " << searched);
    CHECK(place_boundary(boundary, levels.steps()).count() == Approx(300).margin(12));
  }
}

TEST_CASE("Words start and end beside pauses where the sound does") {
  const auto quiet = noise(400, 0.0005F);
  const auto levels = levels_of(quiet + tone(300, 400) + quiet);
  for (const double searched : {-20.0, 0.0, 20.0}) {
    INFO("searched " << searched << " ms off");
    const Boundary start =
        at(BoundaryKind::pause_end, PhoneClass::pause, PhoneClass::vowel, 0, 400 + searched);
    CHECK(place_boundary(start, levels.steps()).count() == Approx(400).margin(15));
    const Boundary end =
        at(BoundaryKind::pause_start, PhoneClass::vowel, PhoneClass::pause, 700 + searched, 1100);
    CHECK(place_boundary(end, levels.steps()).count() == Approx(700).margin(25));
  }
}

TEST_CASE("Behind a slip a stop begins with its closure, silent as the pause before it") {
  const auto quiet = noise(400, 0.0005F);
  const auto levels = levels_of(quiet + noise(30, 0.1F) + tone(300, 400));
  const auto start = [&](BoundaryKind kind, PhoneClass first, double pause) {
    return place_boundary(at(kind, PhoneClass::pause, first, pause, 400), levels.steps()).count();
  };
  CHECK(start(BoundaryKind::slip_end, PhoneClass::voiceless_stop, 0) == Approx(350).margin(30));
  CHECK(start(BoundaryKind::slip_end, PhoneClass::vowel, 0) == Approx(400).margin(20));
  CHECK(start(BoundaryKind::pause_end, PhoneClass::voiceless_stop, 0) == Approx(400).margin(20));
}

TEST_CASE("At the sound's ends boundaries stay where the search has them") {
  const auto levels = levels_of(tone(100, 400));
  CHECK(place_boundary(at(BoundaryKind::pause_end, PhoneClass::pause, PhoneClass::vowel, 0, 0),
                       levels.steps()) == SoundTime(0));
  CHECK(
      place_boundary(at(BoundaryKind::pause_start, PhoneClass::vowel, PhoneClass::pause, 100, 100),
                     levels.steps()) == SoundTime(100));
  CHECK(place_boundary(at(BoundaryKind::inside, PhoneClass::vowel, PhoneClass::nasal, 40, 40),
                       {}) == SoundTime(40));
}

TEST_CASE("Every phone has a class, fillers are pauses") {
  CHECK(phone_class("AA") == PhoneClass::vowel);
  CHECK(phone_class("NG") == PhoneClass::nasal);
  CHECK(phone_class("CH") == PhoneClass::voiceless_stop);
  CHECK(phone_class("ZH") == PhoneClass::voiced_fricative);
  CHECK(phone_class("SIL") == PhoneClass::pause);
}
