#include "speech/feature_options.h"

#include <catch2/catch.hpp>

using namespace cmos;

TEST_CASE("Feature options are read by name, others keep their defaults") {
  const auto options =
      parse_feature_options("-lowerf 130\n-nfilt 25 -transform dct\r\n-dither yes\n");
  REQUIRE(options);
  CHECK(options->lower_frequency == 130);
  CHECK(options->filter_count == 25);
  CHECK(options->transform == CosineTransform::dct);
  CHECK(options->upper_frequency == 6855.4976);
}

TEST_CASE("Feature options that nobody can mean are errors") {
  for (const char* text : {"-nfilt 99999999999", "-nfilt x", "-lowerf nan", "-upperf", "nfilt 25",
                           "-lowerf 3999 -upperf 1000", "-wlen 10"}) {
    INFO(text);
    const auto options = parse_feature_options(text);
    REQUIRE_FALSE(options);
    CHECK(options.error().rule.name() == "model-damaged");
  }
}

TEST_CASE("Other features than the ones that are made are refused") {
  for (const char* text : {"-feat s2_4x", "-samprate 8000", "-transform mel", "-svspec 0-38"}) {
    INFO(text);
    const auto options = parse_feature_options(text);
    REQUIRE_FALSE(options);
    CHECK(options.error().rule.name() == "model-unsupported");
  }
}
