// measure_audio() counts frames, analyze_audio() decodes them: both say the same, whatever the
// bytes.
#include <catch2/catch.hpp>
#include <chrono>
#include <cstddef>
#include <string>
#include <vector>

#include "media/audio.h"
#include "sound_files.h"
#include "support/temporary_folder.h"

using cmos::Time;

namespace {

Bytes small_file(const std::string& arguments) {
  const TemporaryFolder folder;
  write_wav(folder.path() / "in.wav", {tone(2, 44100)}, 44100);
  ffmpeg(folder.path() / "in.wav", arguments, folder.path() / "out.mp3");
  return read_bytes(folder.path() / "out.mp3");
}

const std::vector<Bytes>& files() {
  static const std::vector<Bytes> made{small_file("-b:a 64k"), small_file("-q:a 5"),
                                       small_file("-b:a 32k -ar 22050 -id3v2_version 0"),
                                       small_file("-b:a 48k -write_xing 0 -write_id3v1 1"),
                                       small_file("-b:a 64k -f mp2")};
  return made;
}

std::string difference(const Bytes& bytes) {
  const auto source = cmos::make_memory_source(bytes);
  const auto measured = cmos::measure_audio(*source);
  const auto heard = cmos::analyze_audio(*source);
  if (measured.has_value() != heard.has_value()) return "verdict";
  if (!measured) return measured.error().rule == heard.error().rule ? "" : "rule";
  if (std::chrono::abs(measured->duration - heard->duration) > Time(1)) return "duration";
  if (measured->sample_rate != heard->sample_rate) return "sample rate";
  if (measured->bit_rate != heard->bit_rate) return "bit rate";
  if (measured->delay_samples != heard->delay_samples) return "delay";
  if (measured->padding_samples != heard->padding_samples) return "padding";
  return measured->codec == heard->codec ? "" : "codec";
}

}  // namespace

TEST_CASE("counting and decoding agree on whole files") {
  for (const auto& bytes : files()) CHECK(difference(bytes).empty());
}
