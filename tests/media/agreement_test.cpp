// measure_audio() counts frames, analyze_audio() decodes them: both say the same, whatever the
// bytes.
#include <rapidcheck.h>

#include <algorithm>
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

const Bytes& any_file() {
  return files()[*rc::gen::inRange<std::size_t>(0, files().size())];
}

// Somewhere in the bytes; often in the frame that tells what follows.
std::size_t any_place(const Bytes& bytes) {
  const auto end = *rc::gen::elementOf(std::vector<std::size_t>{250, bytes.size()});
  return *rc::gen::inRange<std::size_t>(0, std::min(end, bytes.size()) + 1);
}

Bytes any_rubbish() {
  const auto size =
      *rc::gen::elementOf(std::vector<std::size_t>{1, 2, 4, 100, 417, 418, 1254, 5000});
  switch (*rc::gen::inRange(0, 4)) {
    case 0:
      return Bytes(size);
    case 1:
      return Bytes(size, std::byte{0xFF});
    case 2: {
      const auto& other = any_file();
      return {other.begin(),
              other.begin() + static_cast<std::ptrdiff_t>(std::min(size, other.size()))};
    }
    default:
      return random_bytes(size, *rc::gen::arbitrary<unsigned>());
  }
}

void damage(Bytes& bytes) {
  const auto rubbish = any_rubbish();
  const auto at = any_place(bytes);
  const auto place = bytes.begin() + static_cast<std::ptrdiff_t>(at);
  const auto count = std::min(rubbish.size(), bytes.size() - at);
  const auto end = place + static_cast<std::ptrdiff_t>(count);
  switch (*rc::gen::inRange(0, 6)) {
    case 0:
      std::copy_n(rubbish.begin(), count, place);
      break;
    case 1:
      bytes.erase(place, end);
      break;
    case 2:
      bytes.insert(place, rubbish.begin(), rubbish.end());
      break;
    case 3:
      bytes.erase(end, bytes.end());
      break;
    case 4: {
      const Bytes again(place, end);
      bytes.insert(place, again.begin(), again.end());
      break;
    }
    default:
      bytes = std::move(bytes) + any_file();
  }
}

}  // namespace

TEST_CASE("counting and decoding agree on whole files") {
  for (const auto& bytes : files()) CHECK(difference(bytes).empty());
}

TEST_CASE("counting and decoding agree on damaged and joined files") {
  CHECK(rc::check([] {
    Bytes bytes = any_file();
    for (int left = *rc::gen::inRange(1, 6); left > 0; --left) damage(bytes);
    RC_ASSERT(difference(bytes) == "");
  }));
}
