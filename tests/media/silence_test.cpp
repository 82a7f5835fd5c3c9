#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <functional>
#include <numbers>
#include <random>
#include <ranges>
#include <string>

#include "media/audio.h"
#include "sound_files.h"
#include "support/temporary_folder.h"

using cmos::AudioInfo;
using cmos::Interval;
using cmos::kSinkRate;
using cmos::Time;

namespace {

constexpr std::size_t kHop = kSinkRate / 200;  // 5 ms.

float gain(double decibels) {
  return static_cast<float>(std::pow(10, decibels / 20));
}

Samples operator*(Samples samples, float factor) {
  for (float& sample : samples) sample *= factor;
  return samples;
}

Samples operator+(Samples a, const Samples& b) {
  for (std::size_t i = 0; i < a.size(); ++i) a[i] += b[i];
  return a;
}

std::vector<double> powers(const Samples& samples) {
  std::vector<double> result;
  for (std::size_t i = 0; i + kHop <= samples.size(); i += kHop) {
    result.push_back(std::pow(loudness(std::span(samples).subspan(i, kHop)), 2));
  }
  return result;
}

// A spoken sentence without what is 32 dB softer at its ends, at -20 dB.
Samples speak(const std::string& voice, const std::string& text) {
  const TemporaryFolder folder;
  run("ffmpeg -nostdin -v error -f lavfi -i \"flite=text='" + text + "':voice=" + voice +
      "\" -ar 16000 '" + (folder.path() / "speech.wav").string() + "'");
  Samples samples = decode(folder.path() / "speech.wav").samples;
  auto power = powers(samples);
  auto sorted = power;
  std::ranges::sort(sorted);
  const double reference = sorted[sorted.size() * 9 / 10];
  const auto audible = [&](double p) { return p > reference * std::pow(10, -3.2); };
  const auto begin = std::ranges::find_if(power, audible) - power.begin();
  auto backwards = std::views::reverse(power);
  const auto end = std::ranges::find_if(backwards, audible).base() - power.begin();
  constexpr auto kStep = static_cast<std::ptrdiff_t>(kHop);
  samples = Samples(samples.begin() + begin * kStep, samples.begin() + end * kStep);
  return samples * static_cast<float>(0.1 / std::sqrt(reference / 4));
}

const std::vector<std::vector<Samples>>& sentences() {
  static const auto result = [] {
    std::vector<std::vector<Samples>> voices;
    for (const std::string voice : {"slt", "rms", "awb"}) {
      auto& spoken = voices.emplace_back();
      for (const std::string text :
           {"the library was written over a weekend", "my guest maintains a very popular project",
            "we moved the whole thing to another server", "money is always a difficult topic",
            "our biggest problem was documentation"}) {
        spoken.push_back(speak(voice, text));
      }
    }
    return voices;
  }();
  return result;
}

struct Recording {
  Samples samples;
  std::vector<std::pair<double, double>> pauses;  // In seconds.
};

// Sentences with pauses of 300 ms to 2 s; each voice has its gain and keeps the word for `turn` of
// them.
Recording converse(const std::vector<double>& gains, std::size_t turn, std::size_t count = 45) {
  std::mt19937 engine(7);
  constexpr std::array kPauses{0.3, 0.35, 0.4, 0.5, 0.6, 0.8, 1.2, 2.0};
  Recording recording;
  const auto pause = [&](double length) {
    const auto start = static_cast<double>(recording.samples.size()) / kSinkRate;
    recording.samples.resize(recording.samples.size() +
                             static_cast<std::size_t>(length * kSinkRate));
    recording.pauses.emplace_back(start, start + length);
  };
  pause(1);
  for (std::size_t i = 0; i < count; ++i) {
    const std::size_t voice = i / turn % gains.size();
    const auto& spoken = sentences()[voice];
    const Samples sentence = spoken[engine() % spoken.size()] * gain(gains[voice]);
    recording.samples.insert(recording.samples.end(), sentence.begin(), sentence.end());
    pause(kPauses[engine() % kPauses.size()]);
  }
  return recording;
}

// Of an RMS of 1.
Samples white(std::size_t count) {
  std::mt19937 engine(11);
  Samples noise(count);
  for (float& sample : noise) {
    sample =
        static_cast<float>((static_cast<double>(engine()) / 4294967296. - 0.5) * std::sqrt(12));
  }
  return noise;
}

// White noise through a low-pass filter of 400 Hz: fans and streets.
Samples room(std::size_t count) {
  Samples noise = white(count);
  float state = 0;
  for (float& sample : noise) sample = state += 0.145F * (sample - state);
  return noise * static_cast<float>(1 / loudness(noise));
}

// Chords that decay, two each second.
Samples music(std::size_t count) {
  Samples sound(count);
  constexpr std::array kChords{220., 196., 174.6, 164.8};
  for (std::size_t i = 0; i < count; ++i) {
    for (std::size_t note = i / 8000; note + 4 > i / 8000; --note) {
      const double time = static_cast<double>(i - note * 8000) / kSinkRate;
      for (const double ratio : {1., 1.25, 1.5, 2., 3.}) {
        sound[i] += static_cast<float>(
            std::exp(-2 * time) / ratio *
            std::sin(2 * std::numbers::pi * kChords[note / 4 % kChords.size()] * ratio * time));
      }
      if (note == 0) break;
    }
  }
  return sound * static_cast<float>(1 / loudness(sound));
}

// Widens the pauses by what of the voices is softer than the noise.
void mask(Recording& recording, const Samples& noise) {
  const auto voice = powers(recording.samples);
  const auto background = powers(noise);
  const auto masked = [&](std::ptrdiff_t i) {
    // Over 300 ms, because a voice is not audible between two samples of noise.
    const auto begin = std::max<std::ptrdiff_t>(i - 30, 0);
    const auto end = std::min(i + 30, std::ssize(background));
    double sum = 0;
    for (auto k = begin; k < end; ++k) sum += background[static_cast<std::size_t>(k)];
    return voice[static_cast<std::size_t>(i)] <= sum / static_cast<double>(end - begin);
  };
  for (auto& [start, end] : recording.pauses) {
    auto first = std::llround(start * 200);
    auto last = std::llround(end * 200);
    while (first > 0 && masked(first - 1)) --first;
    while (last < std::ssize(voice) && masked(last)) ++last;
    start = static_cast<double>(first) / 200;
    if (last < std::ssize(voice)) end = static_cast<double>(last) / 200;
  }
  recording.samples = recording.samples + noise;
}

AudioInfo analyze_as_mp3(const Samples& samples, cmos::AnalysisOptions options = {}) {
  const TemporaryFolder folder;
  write_wav(folder.path() / "in.wav", {samples}, kSinkRate);
  ffmpeg(folder.path() / "in.wav", "-ar 44100 -b:a 128k", folder.path() / "out.mp3");
  const Bytes mp3 = read_bytes(folder.path() / "out.mp3");
  auto info = cmos::analyze_audio(*cmos::make_memory_source(mp3), {}, options);
  REQUIRE(info);
  return std::move(*info);
}

// How well silences must agree with pauses.
struct Limits {
  double half_start = 0.01;  // Half of the silences start that near, in seconds.
  double most_start = 0.01;  // 9 of 10 do.
  double most_end = 0.01;    // 9 of 10 end that near.
  int more = 0;              // Silences where nobody paused, but a voice sinks into the noise.
};

double percentile(std::vector<double> values, std::size_t percent) {
  std::ranges::sort(values);
  return values[values.size() * percent / 100];
}

void check_silences(const Recording& recording, Limits limits) {
  const auto info = analyze_as_mp3(recording.samples);
  std::vector<double> starts;
  std::vector<double> ends;
  for (const auto& [start, end] : recording.pauses) {
    CAPTURE(start, end);
    const auto covers = [&](const Interval& silence) {
      const double from = std::max(start, static_cast<double>(silence.start.count()) / 1000);
      const double to = std::min(end, static_cast<double>(silence.end.count()) / 1000);
      return to - from > (end - start) / 2;
    };
    const auto found = std::ranges::find_if(info.silences, covers);
    CHECK(found != info.silences.end());
    if (found == info.silences.end()) continue;
    starts.push_back(std::abs(static_cast<double>(found->start.count()) / 1000 - start));
    ends.push_back(std::abs(static_cast<double>(found->end.count()) / 1000 - end));
  }
  CHECK(std::ssize(info.silences) <= std::ssize(recording.pauses) + limits.more);
  CHECK(percentile(starts, 50) <= limits.half_start + 0.0001);
  CHECK(percentile(starts, 90) <= limits.most_start + 0.0001);
  CHECK(percentile(ends, 90) <= limits.most_end + 0.0001);
}

}  // namespace

// In noise, the ends of words that hardly rise above it are lost: the silence starts early.

TEST_CASE("pauses of clean speech are found to 10 ms") {
  check_silences(converse({0, 0, 0}, 3), {});
}

TEST_CASE("pauses are found however soft the recording is", "[long]") {
  const auto loud = converse({0, 0, 0}, 3);
  const auto soft = converse({-30, -30, -30}, 3);
  check_silences(soft, {});
  const double difference =
      analyze_as_mp3(loud.samples).levels.speech - analyze_as_mp3(soft.samples).levels.speech;
  CHECK(difference == Approx(30).margin(0.5));
}

TEST_CASE("pauses are found in noise that is softer than the voice", "[long]") {
  const auto voices = converse({0, 0, 0}, 3);
  for (const auto& make : {white, room}) {
    for (const auto& [noise, limits] :
         {std::pair(-60., Limits{0.01, 0.02, 0.02}), std::pair(-40., Limits{0.02, 0.15, 0.02}),
          std::pair(-30., Limits{0.02, 0.1, 0.03, 2})}) {
      CAPTURE(noise);
      auto recording = voices;
      mask(recording, make(recording.samples.size()) * gain(noise));
      check_silences(recording, limits);
    }
  }
}

TEST_CASE("pauses are found over a music bed", "[long]") {
  auto recording = converse({0, 0, 0}, 3);
  mask(recording, music(recording.samples.size()) * gain(-40));
  check_silences(recording, {0.04, 0.15, 0.05});
}

TEST_CASE("a voice 20 dB softer than another is not taken for silence", "[long]") {
  for (const std::size_t turn : {1U, 6U}) {
    auto recording = converse({0, -20}, turn);
    mask(recording, room(recording.samples.size()) * gain(-70));
    check_silences(recording, {0.01, 0.1, 0.02});
  }
}

TEST_CASE("the threshold follows noise that changes in the middle", "[long]") {
  auto recording = converse({0, 0, 0}, 3);
  Samples noise = room(recording.samples.size()) * gain(-70);
  for (std::size_t i = noise.size() / 2; i < noise.size(); ++i) noise[i] *= gain(28);
  mask(recording, noise);
  check_silences(recording, {0.01, 0.15, 0.02});
}

TEST_CASE("gaps of digital silence do not hide the noise elsewhere", "[long]") {
  auto recording = converse({0, 0, 0}, 3);
  mask(recording, room(recording.samples.size()) * gain(-55));
  std::fill_n(recording.samples.begin(), kSinkRate / 2, 0.F);
  std::fill_n(recording.samples.rbegin(), kSinkRate / 5, 0.F);
  check_silences(recording, {0.01, 0.03, 0.02});
}

TEST_CASE("a minute without speech is one silence") {
  auto recording = converse({0, 0, 0}, 3, 10);
  const auto speech = recording.samples.size();
  recording.samples.resize(2 * speech + std::size_t{60} * kSinkRate);
  std::copy_n(recording.samples.begin(), speech, recording.samples.end() - std::ptrdiff_t(speech));
  recording.samples = recording.samples + room(recording.samples.size()) * gain(-60);
  const auto info = analyze_as_mp3(recording.samples);
  CHECK(std::ranges::count_if(info.silences, [](const Interval& silence) {
          return silence.length() > Time(60000);
        }) == 1);
}

TEST_CASE("digital silence is one silence, whatever its length") {
  for (const double length : {0.3, 5., 40.}) {
    const auto info = analyze_as_mp3(Samples(static_cast<std::size_t>(length * kSinkRate)));
    CHECK(info.silences == std::vector{Interval{Time(0), info.duration}});
    CHECK(info.levels.peak == -100);
    CHECK(info.levels.speech == -100);
    CHECK(info.levels.noise_floor == -100);
  }
}

TEST_CASE("a tone is no silence") {
  Samples samples(std::size_t{5} * kSinkRate);
  for (std::size_t i = 0; i < samples.size(); ++i) {
    samples[i] = 0.5F * static_cast<float>(std::sin(0.3 * static_cast<double>(i)));
  }
  const auto info = analyze_as_mp3(samples);
  CHECK(info.silences.empty());
  CHECK(info.levels.speech == Approx(-6).margin(0.6));  // LAME softens by 0.4 dB.
  CHECK(info.levels.peak == Approx(-6).margin(0.6));
}

TEST_CASE("silences shorter than asked for are left out", "[long]") {
  const auto recording = converse({0, 0, 0}, 3);
  const auto count = [&](double minimum) {
    return std::ranges::count_if(
        recording.pauses, [&](const auto& pause) { return pause.second - pause.first >= minimum; });
  };
  for (const double minimum : {0.25, 0.55, 1.}) {
    const Time time(std::llround((minimum - 0.02) * 1000));
    const auto info = analyze_as_mp3(recording.samples, {.minimum_silence = time});
    CHECK(std::ssize(info.silences) == count(minimum));
    CHECK(std::ranges::all_of(info.silences, [&](const auto& s) { return s.length() >= time; }));
  }
}

TEST_CASE("silences lie within the sound, in order") {
  const auto recording = converse({0, 0, 0}, 3, 5);
  const auto info = analyze_as_mp3(recording.samples, {.minimum_silence = Time(0)});
  Time last(-1);
  for (const auto& silence : info.silences) {
    CHECK(silence.start > last);
    CHECK(silence.end > silence.start);
    last = silence.end;
  }
  CHECK(last <= info.duration);
}
