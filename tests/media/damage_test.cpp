#include <catch2/catch.hpp>
#include <cmath>
#include <string>

#include "media/audio.h"
#include "sound_files.h"
#include "support/temporary_folder.h"

using cmos::AudioInfo;
using cmos::Time;

namespace {

constexpr int kRate = 44100;
constexpr double kFrame = 1152. / kRate;

// 8 s of soft tone with clicks at 1 and 7 s, without the header that would tell its length.
Bytes encode(const std::string& arguments) {
  const TemporaryFolder folder;
  Samples samples = tone(8, kRate, 200, 0.02);
  add_click(samples, kRate, 1);
  add_click(samples, kRate, 7);
  write_wav(folder.path() / "in.wav", {samples, samples}, kRate);
  ffmpeg(folder.path() / "in.wav", "-write_xing 0 -id3v2_version 0 " + arguments,
         folder.path() / "out.mp3");
  return read_bytes(folder.path() / "out.mp3");
}

// Where the second click of undamaged sound lies.
constexpr double kClick = 7 + 1105. / kRate;

Bytes first(const Bytes& bytes, std::size_t count) {
  return {bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(count)};
}

Bytes without_first(const Bytes& bytes, std::size_t count) {
  return {bytes.begin() + static_cast<std::ptrdiff_t>(count), bytes.end()};
}

Bytes overwrite(const Bytes& bytes, std::size_t at, const Bytes& with) {
  return first(bytes, at) + with + without_first(bytes, at + with.size());
}

double in_seconds(Time time) {
  return std::chrono::duration<double>(time).count();
}

bool is_undecodable(const Bytes& bytes) {
  const auto info = analyze(bytes);
  return !info && info.error().rule.name() == "mp3-undecodable";
}

// 128 kbit/s, then as many zeros as nobody keeps in memory.
class LongSource : public cmos::ByteSource {
 public:
  explicit LongSource(const Bytes& start) : start_(start) {}
  cmos::Result<std::size_t> read_at(std::uint64_t offset, std::span<std::byte> buffer) override {
    read_ += buffer.size();
    for (std::size_t i = 0; i < buffer.size(); ++i) {
      buffer[i] = offset + i < start_.size() ? start_[offset + i] : std::byte{0};
    }
    return buffer.size();
  }
  std::uint64_t size() const override { return std::uint64_t{1} << 40U; }
  std::uint64_t read() const { return read_; }

 private:
  const Bytes& start_;
  std::uint64_t read_ = 0;
};

}  // namespace

TEST_CASE("overwritten frames are silent and last as long as before") {
  const Bytes mp3 = encode("-b:a 128k");
  const auto whole = decode(mp3);
  const std::size_t middle = mp3.size() / 2;
  for (const auto& rubbish : {random_bytes(3000, 1), Bytes(3000), Bytes(3000, std::byte{0xFF})}) {
    const auto [info, heard] = decode(overwrite(mp3, middle, rubbish));
    CHECK(info.duration == whole.info.duration);
    CHECK(heard.size() == whole.samples.size());
    CHECK(std::abs(info.bit_rate - whole.info.bit_rate) <= 2);
    CHECK(std::abs(find_click(heard, kClick) - kClick) < 0.001);
    REQUIRE(info.damages.size() == 1);
    const auto time = info.damages[0].time;
    CHECK(std::abs(in_seconds(time.start) - in_seconds(whole.info.duration) / 2) < 2 * kFrame);
    CHECK(std::abs(in_seconds(time.length()) - 3000 * 8 / 128000.) < 2 * kFrame);
  }
}

TEST_CASE("single bits that are wrong cost at most the frames they are in") {
  Bytes mp3 = encode("-b:a 128k");
  const auto whole = decode(mp3);
  for (std::size_t at = 20000; at < mp3.size() - 20000; at += 4999) mp3[at] ^= std::byte{0x10};
  const auto [info, heard] = decode(mp3);
  CHECK(std::abs(in_seconds(info.duration - whole.info.duration)) < 2 * kFrame);
  CHECK(std::abs(find_click(heard, kClick) - kClick) < 2 * kFrame);
}

TEST_CASE("bytes put between frames take no time and cost no sound") {
  for (const std::string mode : {"-b:a 128k", "-q:a 4"}) {
    const Bytes mp3 = encode(mode);
    const auto whole = decode(mp3);
    const std::size_t middle = mp3.size() / 2;
    const auto [info, heard] =
        decode(first(mp3, middle) + random_bytes(100001, 2) + without_first(mp3, middle));
    // The frame they were put into is lost.
    CHECK(std::abs(in_seconds(whole.info.duration - info.duration)) <= kFrame + 0.001);
    CHECK(std::abs(find_click(heard, kClick) - kClick) <= kFrame + 0.001);
    REQUIRE(info.damages.size() == 1);
    CHECK(info.damages[0].time.length() == Time(0));
    CHECK(std::abs(in_seconds(info.damages[0].time.start) - 4) < 0.5);
    CHECK(info.damages[0].reason.find("bytes that are no sound") != std::string::npos);
  }
}

TEST_CASE("a file cut in the middle of a frame is decoded up to there") {
  const Bytes mp3 = encode("-b:a 128k");
  for (const std::size_t size : {mp3.size() - 1, mp3.size() / 2 + 100, mp3.size() / 3}) {
    const auto [info, heard] = decode(first(mp3, size));
    const auto whole_frames = std::floor(static_cast<double>(size) / (kFrame * 128000 / 8));
    CHECK(std::abs(in_seconds(info.duration) - whole_frames * kFrame) < 0.001);
    REQUIRE(info.damages.size() == 1);
    CHECK(info.damages[0].time == cmos::Interval{info.duration, info.duration});
    CHECK(info.damages[0].reason == "the last frame is cut off");
  }
}

TEST_CASE("rubbish behind the end is found at the end, not in the padding that nobody hears") {
  const TemporaryFolder folder;
  write_wav(folder.path() / "in.wav", {tone(4, kRate)}, kRate);
  ffmpeg(folder.path() / "in.wav", "-b:a 128k", folder.path() / "out.mp3");
  const auto info = decode(read_bytes(folder.path() / "out.mp3") + random_bytes(50, 4)).info;
  CHECK(info.duration == Time(4000));
  CHECK(info.padding_samples > 0);
  REQUIRE(info.damages.size() == 1);
  CHECK(info.damages[0].time == cmos::Interval{info.duration, info.duration});
}

TEST_CASE("a file without its beginning is decoded from its first whole frame") {
  const Bytes mp3 = encode("-b:a 128k");
  const auto whole = decode(mp3).info;
  for (const std::size_t missing : {std::size_t{1}, std::size_t{30000}}) {
    const auto info = decode(without_first(mp3, missing)).info;
    const double lost = std::ceil(static_cast<double>(missing) / (kFrame * 16000)) * kFrame;
    CHECK(std::abs(in_seconds(whole.duration - info.duration) - lost) < 0.001);
  }
  const auto info = decode(random_bytes(200000, 3) + mp3).info;
  CHECK(std::abs(in_seconds(whole.duration - info.duration)) < 0.05);
}

TEST_CASE("what is no sound is an error") {
  const auto empty = analyze({});
  REQUIRE_FALSE(empty);
  CHECK(empty.error().rule.name() == "mp3-empty");
  const Bytes mp3 = encode("-b:a 128k");
  std::string text;
  for (int i = 0; i < 3000; ++i) text += "This is a text named episode.mp3.\n";
  const auto text_bytes = std::as_bytes(std::span(text));
  CHECK(is_undecodable(Bytes(text_bytes.begin(), text_bytes.end())));
  CHECK(is_undecodable(Bytes(1, std::byte{0xFF})));
  CHECK(is_undecodable(Bytes(1000000)));
  for (unsigned seed = 1; seed < 20; ++seed) CHECK(is_undecodable(random_bytes(100000, seed)));
  CHECK(is_undecodable(first(mp3, 300)));
  // FFmpeg says ENOMEM where a header ends inside its extradata.
  CHECK(is_undecodable(read_bytes(CMOS_SOURCE_DIR "/tests/fuzz/media/cut_header.wav")));
}

TEST_CASE("a few frames in the midst of rubbish are no sound, but a short file is") {
  const Bytes mp3 = encode("-b:a 128k");
  const Bytes frames = first(mp3, 2090);  // Five.
  CHECK(is_undecodable(random_bytes(40000, 5) + frames + random_bytes(40000, 6)));
  const auto info = analyze(frames);
  REQUIRE(info);
  CHECK(info->duration > Time(100));
  CHECK(info->duration < Time(140));
}

TEST_CASE("rubbish without end is given up, with a diagnostic") {
  const Bytes mp3 = encode("-b:a 128k");
  LongSource source(mp3);
  const auto info = decode(source).info;
  CHECK(std::abs(in_seconds(info.duration - decode(mp3).info.duration)) <= kFrame + 0.001);
  REQUIRE(info.damages.size() == 1);
  CHECK(source.read() < 20'000'000);
}

TEST_CASE("diagnostics name the time of the damage") {
  AudioInfo info;
  info.damages = {{{Time(61000), Time(61026)}, "the sound is damaged"},
                  {{Time(62000), Time(62000)}, "17 bytes that are no sound are skipped"}};
  const auto diagnostics = cmos::damage_diagnostics(info, "a.mp3");
  REQUIRE(diagnostics.size() == 2);
  CHECK(to_string(diagnostics[0]) ==
        "a.mp3: warning: 00:01:01.000 to 00:01:01.026: the sound is damaged [mp3-damaged]");
  CHECK(to_string(diagnostics[1]) ==
        "a.mp3: warning: at 00:01:02.000: 17 bytes that are no sound are skipped [mp3-damaged]");
}
