// Any bytes as a sound file: no crash, no endless loop, and what comes back holds together.
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <span>

#include "media/audio.h"

namespace {

constexpr std::size_t kMaxSize = 32 * 1024;

void expect(bool holds) {
  if (!holds) std::abort();
}

class Checker : public cmos::SampleSink {
 public:
  void consume(std::span<const float> samples) override {
    expect(!finished);
    count += static_cast<std::int64_t>(samples.size());
    for (const float sample : samples) expect(sample >= -1 && sample <= 1);
  }
  void finish() override {
    expect(!finished);
    finished = true;
  }

  std::int64_t count = 0;
  bool finished = false;
};

// What is counted without decoding is what is heard.
void compare(const cmos::Result<cmos::AudioInfo>& heard,
             const cmos::Result<cmos::AudioInfo>& counted) {
  expect(heard.has_value() == counted.has_value());
  if (!heard) return;
  expect(std::chrono::abs(heard->duration - counted->duration) <= cmos::Time(1));
  expect(heard->sample_rate == counted->sample_rate && heard->bit_rate == counted->bit_rate);
  expect(heard->delay_samples == counted->delay_samples);
  expect(heard->padding_samples == counted->padding_samples && heard->codec == counted->codec);
}

void check(const cmos::AudioInfo& info, const Checker& sink) {
  expect(sink.finished);
  expect(info.duration.count() == (sink.count * 1000 + cmos::kSinkRate / 2) / cmos::kSinkRate);
  expect(info.channels > 0 && info.sample_rate > 0 && info.bit_rate >= 0);
  expect(info.delay_samples >= 0 && info.padding_samples >= 0);
  cmos::Time last(-1);
  for (const auto& silence : info.silences) {
    expect(silence.start > last && silence.end > silence.start && silence.end <= info.duration);
    last = silence.end;
  }
  for (const auto& damage : info.damages) {
    expect(damage.time.start <= damage.time.end && damage.time.end <= info.duration);
    expect(!damage.reason.empty());
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size > kMaxSize) return 0;
  const auto source = cmos::make_memory_source(std::as_bytes(std::span(data, size)));
  Checker sink;
  cmos::SampleSink* const sinks[] = {&sink};
  const auto info = cmos::analyze_audio(*source, sinks, {.minimum_silence = cmos::Time(50)});
  compare(info, cmos::measure_audio(*source));
  if (info) {
    check(*info, sink);
  } else {
    expect(!sink.finished && !info.error().message.empty());
  }
  return 0;
}
