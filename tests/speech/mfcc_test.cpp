#include "speech/mfcc.h"

#include <catch2/catch.hpp>
#include <cmath>
#include <numbers>
#include <random>

#include "speech/features.h"

using namespace cmos;

namespace {

std::vector<float> noise(std::size_t count, float level) {
  std::mt19937 random(1);
  std::vector<float> samples(count);
  for (float& s : samples) s = level * (static_cast<float>(random()) / 2147483648.0F - 1);
  return samples;
}

std::vector<Cepstrum> cepstra_of(std::span<const float> samples, std::size_t chunk) {
  MfccFrontEnd front_end{FeatureOptions()};
  std::vector<Cepstrum> cepstra;
  for (std::size_t at = 0; at < samples.size(); at += chunk) {
    front_end.consume(samples.subspan(at, std::min(chunk, samples.size() - at)), cepstra);
  }
  front_end.finish(cepstra);
  return cepstra;
}

}  // namespace

TEST_CASE("However samples are cut into calls, the cepstra are the same bits") {
  const auto samples = noise(16000, 0.3F);
  const auto whole = cepstra_of(samples, samples.size());
  CHECK(whole == cepstra_of(samples, 1));
  CHECK(whole == cepstra_of(samples, 777));
}

TEST_CASE("There is a frame every 10 ms for which the window is full") {
  CHECK(cepstra_of(noise(409, 0.1F), 100).empty());
  CHECK(cepstra_of(noise(410, 0.1F), 100).size() == 1);
  CHECK(cepstra_of(noise(16000, 0.1F), 100).size() == (16000 - 410) / 160 + 1);
}

TEST_CASE("A model's own window is what frames see and what their times go by") {
  const auto options = parse_feature_options("-wlen 0.032");
  REQUIRE(options);
  for (const std::size_t samples : {511U, 512U}) {
    MfccFrontEnd front_end(*options);
    std::vector<Cepstrum> cepstra;
    front_end.consume(noise(samples, 0.1F), cepstra);
    front_end.finish(cepstra);
    CHECK(cepstra.size() == samples - 511);
  }
  CHECK(FrameTimes(*options).boundary(0).count() == Approx(11));
  CHECK(FrameTimes(*options).boundary(100).count() == Approx(1011));
  CHECK(FrameTimes(FeatureOptions()).boundary(0).count() == Approx(25.625 / 2 - 5));
}

TEST_CASE("The first coefficient follows loudness, the second tells bright sound from dark") {
  std::vector<float> samples = noise(16000, 0.01F);
  const auto loud = noise(16000, 0.5F);
  samples.insert(samples.end(), loud.begin(), loud.end());
  for (int i = 0; i < 16000; ++i) {
    samples.push_back(0.5F * static_cast<float>(std::sin(i * 2 * std::numbers::pi * 300 / 16000)));
  }
  const auto cepstra = cepstra_of(samples, 4000);
  REQUIRE(cepstra.size() > 250);
  CHECK(cepstra[150][0] > cepstra[50][0]);
  CHECK(cepstra[250][1] > cepstra[150][1]);
}

TEST_CASE("Changes of a steady sound are nothing, its mean is taken off") {
  const std::vector<Cepstrum> steady(20, Cepstrum{5, 4, 3, 2, 1});
  const auto features = features_at(steady, 10, cepstral_mean(steady));
  for (const auto& stream : features) {
    for (const std::int16_t value : stream) CHECK(value == 0);
  }
}

TEST_CASE("Changes look two frames ahead and back, and at the ends no further than the sound") {
  std::vector<Cepstrum> rising(10);
  for (std::size_t i = 0; i < rising.size(); ++i) rising[i][0] = static_cast<std::int16_t>(i * i);
  const auto features = features_at(rising, 5, Cepstrum{});
  CHECK(features[0][0] == 25);
  CHECK(features[1][0] == 49 - 9);
  CHECK(features[2][0] == (64 - 16) - (36 - 4));
  CHECK(features_at(rising, 0, Cepstrum{})[1][0] == 4);
  CHECK(features_at(rising, 9, Cepstrum{})[1][0] == 81 - 49);
}
