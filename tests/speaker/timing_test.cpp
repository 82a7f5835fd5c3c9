// Whether the truth is true: what the speaker says of its words against what can be heard.
#include <algorithm>
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "speaker/wav_file.h"
#include "support/spoken_audio.h"

using namespace std::chrono_literals;
using cmos::Time;
using nlohmann::json;

namespace {

// How far from what can be heard a voice's word starts may lie.
struct Bounds {
  Time median;
  Time largest;
};

// flite's boundaries are those of the speech that its voices were made from; an s grows over some
// 20 ms, from its boundary on, and the measurement finds the middle of that.
struct Declared {
  const char* voice;
  Bounds behind_silence;
  Bounds inside_speech;
};

const Declared kDeclared[] = {
    {"flite:kal16", {12ms, 30ms}, {12ms, 40ms}}, {"flite:rms", {6ms, 30ms}, {12ms, 25ms}},
    {"flite:slt", {6ms, 30ms}, {12ms, 25ms}},    {"flite:awb", {6ms, 30ms}, {12ms, 25ms}},
    {"espeak:en-us", {3ms, 5ms}, {4ms, 8ms}},    {"espeak:en-us+f1", {3ms, 5ms}, {4ms, 8ms}},
    {"espeak:en+m7", {3ms, 5ms}, {4ms, 8ms}},    {"espeak:en-us+klatt", {3ms, 5ms}, {4ms, 8ms}}};

// Words whose first sound is loud from its beginning.
const char* const kLoudWords[] = {"animals", "every", "all",  "only", "lion",   "runner", "morning",
                                  "never",   "ask",   "over", "aim",  "office", "early",  "ever"};

// Each s at a word's start follows a vowel.
const char* const kHissing[] = {
    "We see a sun so soon.",   "My sister may say so.",       "How soon we saw several sea gulls.",
    "You sing a song.",        "No one may say who saw you.", "A saw, a seal, a sail, a sign.",
    "They sell me some sand.", "The sea saw you sit."};

// The second word begins with a vowel behind a nasal.
const char* const kNasals[] = {"Seven apples.", "Ten eggs.",    "Mine are.",  "On every.",
                               "Some ice.",     "Ten oranges.", "From all.",  "Sun is.",
                               "Begin again.",  "Nine actors.", "Same idea.", "Clean up."};

SpokenAudio speak_lines(const TemporaryFolder& folder, const char* voice,
                        const std::vector<std::string>& texts) {
  json lines;
  for (const auto& text : texts) {
    lines.push_back({{"voice", voice}, {"text", text}, {"silence", 0.5}});
  }
  return speak(folder, "a", json{{"tail", 0.5}, {"lines", lines}}.dump());
}

void check(std::vector<Time> errors, const Bounds& bounds, std::size_t at_least) {
  REQUIRE(errors.size() >= at_least);
  for (auto& error : errors) error = std::chrono::abs(error);
  std::ranges::sort(errors);
  CHECK(errors[errors.size() / 2] <= bounds.median);
  CHECK(errors.back() <= bounds.largest);
}

}  // namespace

TEST_CASE("energy is where the words are and absent in the pauses") {
  const TemporaryFolder folder;
  for (const auto& declare : kDeclared) {
    CAPTURE(declare.voice);
    const auto audio =
        speak_lines(folder, declare.voice, {std::begin(kLoudWords), std::end(kLoudWords)});
    const WavFile wav(audio.wav);
    Time silence = 0ms;
    for (const auto& line : audio.truth.lines) {
      CAPTURE(line.time.start.count());
      CHECK(wav.level(silence, line.time.start - 20ms) < -45);
      CHECK(wav.level(line.time.start, line.time.end) > -25);
      silence = line.time.end + 150ms;
    }
    CHECK(wav.level(silence, audio.truth.duration) < -45);
  }
}

TEST_CASE("words behind a pause start where their sound starts") {
  const TemporaryFolder folder;
  for (const auto& declare : kDeclared) {
    CAPTURE(declare.voice);
    const auto audio =
        speak_lines(folder, declare.voice, {std::begin(kLoudWords), std::end(kLoudWords)});
    const WavFile wav(audio.wav);
    std::vector<Time> errors;
    for (const auto& word : audio.truth.words) {
      const auto onset = wav.onset(*word.start - 100ms, *word.start + 200ms, -43);
      REQUIRE(onset);
      errors.push_back(*onset - *word.start);
    }
    check(errors, declare.behind_silence, std::size(kLoudWords));
  }
}

TEST_CASE("words inside a sentence start where their sound starts") {
  const TemporaryFolder folder;
  for (const auto& declare : kDeclared) {
    CAPTURE(declare.voice);
    const auto audio =
        speak_lines(folder, declare.voice, {std::begin(kHissing), std::end(kHissing)});
    const WavFile wav(audio.wav);
    std::vector<Time> errors;
    for (const auto& word : audio.truth.words) {
      if (word.text.front() != 's') continue;
      if (const auto onset = wav.hiss_onset(*word.start)) errors.push_back(*onset - *word.start);
    }
    check(errors, declare.inside_speech, 18);
  }
}

TEST_CASE("vowels behind a nasal start where its murmur ends") {
  const TemporaryFolder folder;
  for (const char* const voice : {"espeak:en-us", "espeak:en-us+f1", "espeak:en+m7"}) {
    CAPTURE(voice);
    const auto audio = speak_lines(folder, voice, {std::begin(kNasals), std::end(kNasals)});
    const WavFile wav(audio.wav);
    std::vector<Time> errors;
    for (std::size_t i = 1; i < audio.truth.words.size(); i += 2) {
      const Time start = *audio.truth.words[i].start;
      errors.push_back(wav.murmur_end(start) - start);
    }
    check(errors, {15ms, 45ms}, std::size(kNasals));
  }
}

TEST_CASE("an MP3 made from the recording keeps every time") {
  const TemporaryFolder folder;
  const auto audio = speak_lines(folder, "espeak:en-us", {"Animals over all.", "Every office."});
  const auto mp3 = folder.path() / "a.mp3";
  const auto back = folder.path() / "back.wav";
  encode_mp3(audio.wav, mp3, "128k", "A title");
  REQUIRE(run({"ffmpeg", "-loglevel", "error", "-i", mp3, "-map_metadata", "-1", "-bitexact", back})
              .exit_code == 0);
  const WavFile before(audio.wav);
  const WavFile after(back);
  CHECK(after.samples().size() == before.samples().size());
  for (const auto& line : audio.truth.lines) {
    const auto onset = after.onset(line.time.start - 100ms, line.time.end, -43);
    REQUIRE(onset);
    CHECK(std::chrono::abs(*onset - line.time.start) <= 5ms);
  }
  const auto probe = run({"ffprobe", "-loglevel", "error", "-show_format", mp3});
  CHECK_THAT(probe.out, Catch::Matchers::Contains("TAG:title=A title\n"));
}
