#include "media/peak_meter.h"

#include <catch2/catch.hpp>
#include <vector>

TEST_CASE("a peak is the largest sample of 10 ms however the samples come") {
  std::vector<float> samples(400, 0.1F);
  samples[10] = -0.5F;
  samples[170] = 1.5F;
  samples[399] = 0.2F;
  for (const std::size_t piece : {1U, 7U, 160U, 400U}) {
    cmos::PeakMeter meter;
    for (std::size_t at = 0; at < samples.size(); at += piece) {
      meter.consume(std::span(samples).subspan(at, std::min(piece, samples.size() - at)));
    }
    meter.finish();
    CHECK(std::move(meter).take() == std::vector<std::uint8_t>{128, 255, 51});
  }
}
