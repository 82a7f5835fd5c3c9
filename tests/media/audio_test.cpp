#include "media/audio.h"

#include <rapidcheck.h>
#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <string>

#include "sound_files.h"
#include "support/rule_of.h"
#include "support/temporary_folder.h"

using cmos::AudioInfo;
using cmos::Interval;
using cmos::Time;

namespace {

double seconds(Time time) {
  return std::chrono::duration<double>(time).count();
}

// Hands out at most a few bytes at a time.
class StingySource : public cmos::ByteSource {
 public:
  StingySource(const Bytes& bytes, std::vector<std::uint8_t> portions)
      : bytes_(bytes), portions_(std::move(portions)) {}

  cmos::Result<std::size_t> read_at(std::uint64_t offset, std::span<std::byte> buffer) override {
    const std::size_t portion = portions_[next_++ % portions_.size()] + 1;
    const auto rest = std::span(bytes_).subspan(std::min<std::size_t>(offset, bytes_.size()));
    const auto count = std::min({portion, rest.size(), buffer.size()});
    std::copy_n(rest.begin(), count, buffer.begin());
    return count;
  }
  std::uint64_t size() const override { return bytes_.size(); }

 private:
  const Bytes& bytes_;
  std::vector<std::uint8_t> portions_;
  std::size_t next_ = 0;
};

class BrokenSource : public cmos::ByteSource {
 public:
  BrokenSource(const Bytes& bytes, std::uint64_t breaks_at)
      : whole_(cmos::make_memory_source(bytes)), breaks_at_(breaks_at) {}

  cmos::Result<std::size_t> read_at(std::uint64_t offset, std::span<std::byte> buffer) override {
    if (offset + buffer.size() > breaks_at_) {
      return tl::unexpected(cmos::Error{"the disk is broken", "mp3-unreadable"});
    }
    return whole_->read_at(offset, buffer);
  }
  std::uint64_t size() const override { return whole_->size(); }

 private:
  std::unique_ptr<cmos::ByteSource> whole_;
  std::uint64_t breaks_at_;
};

// Four seconds that FFmpeg has encoded.
struct Encoded {
  TemporaryFolder folder;
  Bytes bytes;

  explicit Encoded(const std::string& arguments, const Channels& channels = {tone(4, 44100)}) {
    write_wav(folder.path() / "in.wav", channels, 44100);
    ffmpeg(folder.path() / "in.wav", arguments, file());
    bytes = read_bytes(file());
  }
  std::filesystem::path file() const { return folder.path() / "out.mp3"; }
};

bool same_sound(const AudioInfo& a, const AudioInfo& b) {
  return a.duration == b.duration && a.bit_rate == b.bit_rate && a.channels == b.channels &&
         a.sample_rate == b.sample_rate && a.delay_samples == b.delay_samples &&
         a.padding_samples == b.padding_samples && a.silences == b.silences &&
         a.damages.size() == b.damages.size() && a.levels.speech == b.levels.speech;
}

}  // namespace

TEST_CASE("what LAME adds at both ends is taken off, at every sample rate and in every mode",
          "[long]") {
  const TemporaryFolder folder;
  for (const int rate : {48000, 44100, 32000, 24000, 22050, 16000, 12000, 11025, 8000}) {
    for (const std::size_t channels : {1U, 2U}) {
      Samples samples = tone(2.345, rate, 200, 0.02);
      for (const double moment : {0.3, 1.2345, 2.3}) add_click(samples, rate, moment);
      write_wav(folder.path() / "in.wav", Channels(channels, samples), rate);
      for (const std::string mode :
           {"-b:a 64k", "-q:a 4", "-abr 1 -b:a 56k", "-b:a 64k -joint_stereo 0"}) {
        CAPTURE(rate, channels, mode);
        ffmpeg(folder.path() / "in.wav", "-c:a libmp3lame " + mode, folder.path() / "out.mp3");
        const auto [info, heard] = decode(folder.path() / "out.mp3");
        const auto count = static_cast<double>(samples.size());
        CHECK(info.sample_rate == rate);
        CHECK(info.channels == static_cast<int>(channels));
        CHECK(std::abs(seconds(info.duration) - count / rate) <= 0.00051);
        CHECK(std::abs(static_cast<double>(heard.size()) - count / rate * cmos::kSinkRate) <= 1);
        // Together they are whole frames.
        const auto total = info.delay_samples + std::ssize(samples) + info.padding_samples;
        CHECK(total % (rate < 32000 ? 576 : 1152) == 0);
        for (const double moment : {0.3, 1.2345, 2.3}) {
          CHECK(std::abs(find_click(heard, moment) - moment) < 0.001);
        }
      }
    }
  }
}

TEST_CASE("without a header that counts the frames, the duration is that of all frames") {
  for (const std::string mode : {"-q:a 3", "-b:a 96k"}) {
    const Encoded mp3(mode + " -write_xing 0 -id3v2_version 0");
    const auto info = decode(mp3.bytes).info;
    const double frames = std::stod(ffprobe(mp3.file(), "nb_read_packets"));
    CHECK(std::abs(seconds(info.duration) - frames * 1152 / 44100) <= 0.00051);
    CHECK(info.delay_samples == 0);
    CHECK(info.padding_samples == 0);
    CHECK(info.damages.empty());
  }
}

TEST_CASE("the sound is measured without decoding as it is with it") {
  const auto check = [](const Bytes& bytes) {
    const auto heard = decode(bytes).info;
    const auto measured = cmos::measure_audio(*cmos::make_memory_source(bytes));
    REQUIRE(measured);
    REQUIRE(measured);
    CHECK(std::abs((measured->duration - heard.duration).count()) <= 1);
    CHECK(measured->size == heard.size);
    CHECK(measured->bit_rate == heard.bit_rate);
    CHECK(measured->codec == heard.codec);
    CHECK(measured->sample_rate == heard.sample_rate);
    CHECK(measured->delay_samples == heard.delay_samples);
    CHECK(measured->padding_samples == heard.padding_samples);
  };
  for (const std::string mode : {"-q:a 3", "-b:a 96k", "-q:a 3 -ar 22050", "-q:a 3 -ac 1 -ar 11025",
                                 "-b:a 64k -write_xing 0", "-c:a mp2 -f mp2", "-f wav"}) {
    CAPTURE(mode);
    check(Encoded(mode).bytes);
  }
  auto damaged = Encoded("-b:a 128k -write_xing 0").bytes;
  std::fill_n(damaged.begin() + 20000, 3000, std::byte{0x55});
  check(damaged);
  CHECK(rule_of(cmos::measure_audio(*cmos::make_memory_source({}))) == "mp3-empty");
  const auto noise = random_bytes(100000, 1);
  CHECK(rule_of(cmos::measure_audio(*cmos::make_memory_source(noise))) == "mp3-undecodable");
}

TEST_CASE("a header that lies about the number of frames changes nothing but the padding") {
  const Encoded mp3("-q:a 3");
  const auto truth = decode(mp3.bytes).info;
  const std::string_view text(reinterpret_cast<const char*>(mp3.bytes.data()), mp3.bytes.size());
  const auto xing = text.find("Xing");
  REQUIRE(xing != std::string_view::npos);
  for (const int declare : {0, 1, 20, 60000}) {
    CAPTURE(declare);
    Bytes lying = mp3.bytes;
    lying[xing + 10] = static_cast<std::byte>(declare >> 8);
    lying[xing + 11] = static_cast<std::byte>(declare & 0xFF);
    const auto info = decode(lying).info;
    const double padding = static_cast<double>(truth.padding_samples) / 44100;
    CHECK(std::abs(seconds(info.duration - truth.duration) - padding) <= 0.00101);
    const auto measured = cmos::measure_audio(*cmos::make_memory_source(lying));
    REQUIRE(measured);
    CHECK(std::abs((measured->duration - info.duration).count()) <= 1);
    CHECK(info.damages.empty());
  }
}

TEST_CASE("what is known of a constant bit rate file agrees with ffprobe") {
  const Encoded mp3("-b:a 128k", {tone(4, 44100), tone(4, 44100, 300)});
  const auto info = decode(mp3.file()).info;
  CHECK(info.codec == ffprobe(mp3.file(), "codec_name"));
  CHECK(info.sample_rate == std::stoi(ffprobe(mp3.file(), "sample_rate")));
  CHECK(info.channels == std::stoi(ffprobe(mp3.file(), "channels")));
  CHECK(std::abs(info.bit_rate - std::stoi(ffprobe(mp3.file(), "bit_rate"))) < 100);
  CHECK(info.size == mp3.bytes.size());
  CHECK(info.levels.peak == Approx(-6).margin(0.5));
}

TEST_CASE("tags and pictures do not matter") {
  const Encoded mp3("-b:a 64k -id3v2_version 0");
  const auto plain = decode(mp3.bytes).info;
  const auto text = [](const std::string& string) {
    const auto bytes = std::as_bytes(std::span(string));
    return Bytes(bytes.begin(), bytes.end());
  };
  Bytes v1 = text("TAG");
  v1.resize(128);
  const Bytes ape =
      text("APETAGEX") + Bytes(24) + random_bytes(500, 1) + text("APETAGEX") + Bytes(24);

  // 3 MB, more than FFmpeg probes, of bytes that look like frames here and there.
  Bytes picture =
      text(std::string("ID3\4\0\0\1\x37\x1B\x0A"
                       "APIC\1\x37\x1B\x00\0\0",
                       20));
  picture = picture + random_bytes(3000000, 2);
  const std::size_t size = picture.size() - 10;
  for (std::size_t i = 0; i < 4; ++i) {
    picture[9 - i] = static_cast<std::byte>(size >> (7 * i) & 0x7F);
    picture[17 - i] = static_cast<std::byte>((size - 10) >> (7 * i) & 0x7F);
  }
  for (const auto& tagged :
       {mp3.bytes + v1, mp3.bytes + ape, mp3.bytes + ape + v1, picture + mp3.bytes,
        picture + picture + mp3.bytes + v1, mp3.bytes + Bytes(1000)}) {
    const auto info = decode(tagged).info;
    CHECK(same_sound(info, plain));
    CHECK(info.size == tagged.size());
  }
}

TEST_CASE("a picture that ffmpeg attached is not taken for the sound") {
  const Encoded mp3("-b:a 64k");
  const auto with_picture = mp3.folder.path() / "picture.mp3";
  ffmpeg(mp3.file(),
         "-f lavfi -i color=red:s=600x600:d=0.04 -map 0:a -map 1:v -c:a copy -c:v png "
         "-disposition:v attached_pic",
         with_picture);
  CHECK(same_sound(decode(with_picture).info, decode(mp3.file()).info));
}

TEST_CASE("a voice is heard whichever way its channels are wired") {
  const Samples voice = tone(4, 44100);
  Samples inverted = voice;
  for (float& sample : inverted) sample = -sample;
  const Samples silent(voice.size());
  const double full = loudness(decode(Encoded("-b:a 64k", {voice}).bytes).samples);
  const auto mixed = [&](const Samples& left, const Samples& right) {
    return loudness(decode(Encoded("-b:a 128k", {left, right}).bytes).samples) / full;
  };
  CHECK(mixed(voice, voice) == Approx(1).margin(0.02));
  CHECK(mixed(voice, inverted) == Approx(1).margin(0.02));
  CHECK(mixed(voice, silent) == Approx(0.5).margin(0.02));
  CHECK(mixed(silent, voice) == Approx(0.5).margin(0.02));
  CHECK(mixed(silent, silent) == 0);
}

TEST_CASE("files joined end to end may differ in sample rate and channels") {
  const TemporaryFolder folder;
  Bytes joined;
  double total = 0;
  for (const int rate : {44100, 22050, 48000, 44100}) {
    Samples samples = tone(3, rate, 200, 0.02);
    add_click(samples, rate, 1.5);
    write_wav(folder.path() / "in.wav", Channels(rate == 22050 ? 1 : 2, samples), rate);
    ffmpeg(folder.path() / "in.wav", "-b:a 64k -write_xing 0", folder.path() / "out.mp3");
    joined = joined + read_bytes(folder.path() / "out.mp3");
    total += std::stod(ffprobe(folder.path() / "out.mp3", "nb_read_packets")) *
             (rate == 22050 ? 576 : 1152) / rate;
  }
  const auto [info, heard] = decode(joined);
  CHECK(std::abs(seconds(info.duration) - total) < 0.002);
  CHECK(std::abs(static_cast<double>(heard.size()) / cmos::kSinkRate - total) < 0.002);
  CHECK(info.sample_rate == 44100);
  CHECK(info.channels == 2);
  CHECK(info.damages.empty());
  // Each file is a little longer than 3 s, and LAME delays its click by 1105 samples.
  const double first = 1.5 + 1105. / 44100;
  CHECK(std::abs(find_click(heard, first) - first) < 0.001);
  const double last = total - std::ceil((3 * 44100 + 1105) / 1152.) * 1152 / 44100 + first;
  CHECK(std::abs(find_click(heard, last) - last) < 0.001);
}

TEST_CASE("other formats are read as well, whatever the name says") {
  const TemporaryFolder folder;
  Samples samples = tone(3, 48000);
  for (float& sample : samples) sample *= 0.5F;
  add_click(samples, 48000, 1.25);
  write_wav(folder.path() / "in.wav", {samples}, 48000);
  for (const std::string format :
       {"-c:a pcm_s16le -f wav", "-c:a pcm_u8 -f wav", "-c:a pcm_s24le -f wav",
        "-c:a pcm_f32le -f wav", "-ac 6 -c:a pcm_s16le -f wav", "-c:a flac -f flac",
        "-c:a libvorbis -f ogg"}) {
    CAPTURE(format);
    ffmpeg(folder.path() / "in.wav", format, folder.path() / "sound.mp3");
    const auto [info, heard] = decode(folder.path() / "sound.mp3");
    CHECK(info.duration == Time(3000));
    CHECK(info.codec == ffprobe(folder.path() / "sound.mp3", "codec_name"));
    CHECK(std::abs(find_click(heard, 1.25) - 1.25) < 0.001);
  }
}

TEST_CASE("samples are between -1 and 1 and nothing else, even of a WAV that has others") {
  const TemporaryFolder folder;
  write_wav(folder.path() / "in.wav", {tone(1, 11025)}, 11025);
  ffmpeg(folder.path() / "in.wav", "-af volume=20dB -c:a pcm_f32le -f wav",
         folder.path() / "loud.wav");
  Bytes bytes = read_bytes(folder.path() / "loud.wav");
  for (std::size_t i = 0; i < 4; ++i)
    bytes[bytes.size() / 2 / 4 * 4 + i] = std::byte{0xFF};  // NaN.
  const auto [info, heard] = decode(bytes);
  CHECK(std::ranges::all_of(heard, [](float sample) { return std::abs(sample) <= 1; }));
  CHECK(info.levels.peak == Approx(14).margin(0.2));
}

TEST_CASE("playlists and other files that lead elsewhere are not followed") {
  const Encoded mp3("-b:a 64k");
  const auto list = "ffconcat version 1.0\nfile '" + mp3.file().string() + "'\n";
  const auto bytes = std::as_bytes(std::span(list));
  const auto info = analyze(Bytes(bytes.begin(), bytes.end()));
  REQUIRE_FALSE(info);
  CHECK(info.error().rule.name() == "mp3-undecodable");
}

TEST_CASE("every sink gets the same, and none is needed") {
  const Encoded mp3("-b:a 64k");
  const auto [info, heard] = decode(mp3.bytes);
  CHECK(std::abs(seconds(info.duration) - static_cast<double>(heard.size()) / cmos::kSinkRate) <
        0.00051);
  const auto without = analyze(mp3.bytes);
  REQUIRE(without);
  CHECK(same_sound(*without, info));

  struct Counter : cmos::SampleSink {
    std::size_t samples = 0;
    int finished = 0;
    void consume(std::span<const float> part) override { samples += part.size(); }
    void finish() override { ++finished; }
  };
  Counter first;
  Counter second;
  cmos::SampleSink* const sinks[] = {&first, &second};
  REQUIRE(cmos::analyze_audio(*cmos::make_memory_source(mp3.bytes), sinks));
  for (const auto& counter : {first, second}) {
    CHECK(counter.samples == heard.size());
    CHECK(counter.finished == 1);
  }
}

TEST_CASE("it does not matter in what portions the bytes come") {
  const Encoded mp3("-q:a 6");
  const Bytes damaged = mp3.bytes + random_bytes(1000, 3) + mp3.bytes;
  const auto truth = decode(damaged);
  const auto holds = rc::check([&](std::vector<std::uint8_t> portions) {
    portions.push_back(0);
    StingySource source(damaged, portions);
    const auto result = decode(source);
    RC_ASSERT(same_sound(result.info, truth.info));
    RC_ASSERT(result.samples == truth.samples);
  });
  CHECK(holds);
}

TEST_CASE("a source that breaks gives its own error") {
  const Encoded mp3("-b:a 320k");
  for (const std::size_t breaks_at : {std::size_t{0}, mp3.bytes.size() / 2}) {
    BrokenSource source(mp3.bytes, breaks_at);
    const auto info = cmos::analyze_audio(source);
    REQUIRE_FALSE(info);
    CHECK(info.error().rule.name() == "mp3-unreadable");
    CHECK(info.error().message == "the disk is broken");
  }
}

TEST_CASE("sounding segments are what the silences leave") {
  AudioInfo info;
  CHECK(cmos::sounding_segments(info).empty());
  info.duration = Time(1000);
  CHECK(cmos::sounding_segments(info) == std::vector{Interval{Time(0), Time(1000)}});
  info.silences = {{Time(0), Time(300)}, {Time(500), Time(600)}};
  CHECK(cmos::sounding_segments(info) ==
        std::vector{Interval{Time(300), Time(500)}, Interval{Time(600), Time(1000)}});
  info.silences = {{Time(0), Time(1000)}};
  CHECK(cmos::sounding_segments(info).empty());
}

TEST_CASE("sound is heard up to the longest that is asked for") {
  const Encoded mp3("-b:a 64k");
  const auto hear = [&](Time longest) {
    return cmos::analyze_audio(*cmos::make_memory_source(mp3.bytes), {}, {Time{250}, longest});
  };
  CHECK(rule_of(hear(Time(3900))) == "sound-too-long");
  CHECK(rule_of(hear(Time(4100))).empty());
  CHECK(cmos::AnalysisOptions().longest == std::chrono::hours(24));
}
