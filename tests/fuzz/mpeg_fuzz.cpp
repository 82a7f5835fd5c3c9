// Streams of MP3 put together from frames, tags and what is neither: of whole frames every sample
// is counted, and what is counted without decoding is what is heard.
#include <fuzzer/FuzzedDataProvider.h>

#include <array>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "demand.h"
#include "media/audio.h"

namespace {

// ISO/IEC 11172-3, 2.4.2.3: kbit/s of layer III by index.
constexpr std::array kBitRates = {0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320};
constexpr std::array kSampleRates = {44100, 48000, 32000};
constexpr int kFrameSamples = 1152;

struct Stream {
  std::string bytes;
  std::int64_t frames = 0;
  bool is_clean = true;  // Frames alone, behind tags.
};

// A frame of silence: all behind its header is zero.
std::string frame(std::size_t rate, std::size_t index, bool is_padded) {
  const auto size = 144'000 * kBitRates[index] / kSampleRates[rate] + (is_padded ? 1 : 0);
  std::string bytes(static_cast<std::size_t>(size), '\0');
  bytes[0] = '\xFF';
  bytes[1] = '\xFB';
  bytes[2] = static_cast<char>(index << 4U | rate << 2U | (is_padded ? 2U : 0U));
  return bytes;
}

void add_frames(FuzzedDataProvider& data, std::size_t rate, Stream& stream) {
  const auto index = data.ConsumeIntegralInRange<std::size_t>(1, kBitRates.size() - 1);
  const auto count = data.ConsumeIntegralInRange(2, 12);  // One alone may be there by chance.
  for (int i = 0; i < count; ++i) stream.bytes += frame(rate, index, data.ConsumeBool());
  stream.frames += count;
}

void add_tag(FuzzedDataProvider& data, Stream& stream) {
  const auto size = data.ConsumeIntegralInRange(0, 300);
  stream.bytes += std::string("ID3\4\0\0\0\0", 8);
  stream.bytes += static_cast<char>(size >> 7);
  stream.bytes += static_cast<char>(size & 0x7F);
  stream.bytes.append(static_cast<std::size_t>(size), '\0');
}

void add_other(FuzzedDataProvider& data, std::size_t rate, Stream& stream) {
  stream.is_clean = false;
  if (data.ConsumeBool()) {
    stream.bytes += data.ConsumeRandomLengthString(200);
    return;
  }
  const auto whole = frame(rate, 9, false);
  stream.bytes += whole.substr(0, data.ConsumeIntegralInRange<std::size_t>(0, whole.size()));
}

Stream make_stream(FuzzedDataProvider& data) {
  const auto rate = data.ConsumeIntegralInRange<std::size_t>(0, kSampleRates.size() - 1);
  Stream stream;
  if (data.ConsumeBool()) add_tag(data, stream);
  add_frames(data, rate, stream);
  while (data.remaining_bytes() > 0 && stream.bytes.size() < 64'000) {
    if (data.ConsumeIntegralInRange(0, 3) == 0) {
      add_other(data, rate, stream);
    } else {
      add_frames(data, rate, stream);
    }
  }
  if (data.ConsumeBool()) stream.bytes += std::string("TAG") + std::string(125, '\0');
  return stream;
}

void compare(const Stream& stream, const cmos::AudioInfo& heard, const cmos::AudioInfo& counted) {
  demand(std::chrono::abs(heard.duration - counted.duration) <= cmos::Time(1), "another duration");
  demand(heard.bit_rate == counted.bit_rate, "another bit rate");
  demand(heard.delay_samples == counted.delay_samples, "another delay");
  demand(heard.padding_samples == counted.padding_samples, "other padding");
  if (!stream.is_clean) return;
  demand(heard.damages.empty(), "damage in whole frames");
  const auto samples = stream.frames * kFrameSamples - heard.delay_samples - heard.padding_samples;
  const auto expected = (samples * 1000 + heard.sample_rate / 2) / heard.sample_rate;
  demand(std::chrono::abs(heard.duration - cmos::Time(expected)) <= cmos::Time(1),
         "a frame is not heard");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  FuzzedDataProvider data(bytes, size);
  const auto stream = make_stream(data);
  const auto source = cmos::make_memory_source(std::as_bytes(std::span(stream.bytes)));
  const auto heard = cmos::analyze_audio(*source);
  const auto counted = cmos::measure_audio(*source);
  demand(heard.has_value() == counted.has_value(),
         "heard but not counted, or counted but not heard");
  demand(heard.has_value() || !stream.is_clean, "whole frames are no sound");
  if (heard) compare(stream, *heard, *counted);
  return 0;
}
