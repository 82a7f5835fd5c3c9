// What the speaker promises: every word once, the sound that was asked for, the same bytes again.
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>
#include <sstream>

#include "speaker/wav_file.h"
#include "support/spoken_audio.h"

using namespace std::chrono_literals;
using Catch::Matchers::Contains;
using cmos::Time;
using cmos::Truth;
using nlohmann::json;

namespace {

const char* const kVoices[] = {
    "flite:kal16",  "flite:rms",       "flite:slt",    "flite:awb",
    "espeak:en-us", "espeak:en-us+f1", "espeak:en+m7", "espeak:en-gb-scotland"};

const std::string kHardText =
    "Hi there, I wrote C++ for Perl 5.24 and List<String> (really) in 2016; see "
    "talkpython.fm/episodes — “Naïve café” isn’t here... @szabgab said - it is out of the blue, to "
    "be in AT&T's 50% or $5.20 e-mail at 10:30. JSON!";

json line(const std::string& voice, const std::string& text, double silence = 0.4) {
  return {{"voice", voice}, {"text", text}, {"silence", silence}};
}

std::string script(const json& lines) {
  return json{{"lines", lines}}.dump();
}

std::string script_of(const json& one) {
  return script(json::array({one}));
}

std::vector<std::string> split(const std::string& text) {
  std::istringstream stream(text);
  std::vector<std::string> words;
  for (std::string word; stream >> word;) words.push_back(word);
  return words;
}

std::vector<std::string> texts(const Truth& truth) {
  std::vector<std::string> texts;
  texts.reserve(truth.words.size());
  for (const auto& word : truth.words) texts.push_back(word.text);
  return texts;
}

}  // namespace

TEST_CASE("every voice gives every word one entry, in order and as written") {
  const TemporaryFolder folder;
  for (const auto* voice : kVoices) {
    CAPTURE(voice);
    const auto truth = speak(folder, "a", script_of(line(voice, kHardText))).truth;
    CHECK(texts(truth) == split(kHardText));
    for (const auto& word : truth.words) {
      CAPTURE(word.text);
      const bool spoken = word.text != "-" && word.text != "—";
      CHECK(word.start.has_value() == spoken);
      CHECK(word.end.has_value() == spoken);
    }
  }
}

TEST_CASE("word times never run backwards and lie inside their line and the recording") {
  const TemporaryFolder folder;
  json lines;
  for (const auto* voice : kVoices) lines.push_back(line(voice, kHardText, 0.2));
  const auto truth = speak(folder, "a", script(lines)).truth;
  REQUIRE(truth.lines.size() == std::size(kVoices));
  Time last = 0ms;
  for (const auto& word : truth.words) {
    if (!word.start) continue;
    CAPTURE(word.text, word.line);
    CHECK(*word.start >= last);
    CHECK(*word.end > *word.start);
    CHECK(*word.start >= truth.lines[word.line].time.start);
    CHECK(*word.end <= truth.lines[word.line].time.end);
    last = *word.end;
  }
  CHECK(last <= truth.duration);
}

TEST_CASE("silences are as long as the script says") {
  const TemporaryFolder folder;
  const auto audio =
      speak(folder, "a",
            script({line("flite:slt", "One.", 0.5), line("espeak:en", "Two.", 0.75),
                    line("flite:kal16", "-", 0.1), line("flite:awb", "Three.", 0.2)}));
  const auto& lines = audio.truth.lines;
  REQUIRE(lines.size() == 4);
  const auto near = [](Time time) { return Approx(static_cast<double>(time.count())).margin(1); };
  CHECK(static_cast<double>(lines[0].time.start.count()) == near(500ms));
  CHECK(static_cast<double>((lines[1].time.start - lines[0].time.end).count()) == near(750ms));
  CHECK(lines[2].time.length() == 0ms);
  CHECK(static_cast<double>((lines[3].time.start - lines[1].time.end).count()) == near(300ms));
}

TEST_CASE("the sound is a WAV file of 16 bits at 44.1 kHz, as long as its truth says") {
  const TemporaryFolder folder;
  const auto audio =
      speak(folder, "a",
            R"({"tail":1.5,"lines":[{"voice":"flite:rms","text":"Hello there.","silence":1}]})");
  const auto probe =
      run({"ffprobe", "-loglevel", "error", "-show_streams", "-of", "json", audio.wav});
  const auto stream = json::parse(probe.out).at("streams").at(0);
  CHECK(stream.at("codec_name") == "pcm_s16le");
  CHECK(stream.at("sample_rate") == "44100");
  CHECK(stream.at("channels") == 1);
  const double duration = std::stod(stream.at("duration").get<std::string>());
  CHECK(duration == Approx(static_cast<double>(audio.truth.duration.count()) / 1000).margin(0.001));
  CHECK(audio.truth.duration - audio.truth.lines.back().time.end >= 1499ms);
}

TEST_CASE("all voices speak equally loud, and louder or softer by their gain") {
  const TemporaryFolder folder;
  json lines;
  for (const auto* voice : kVoices) lines.push_back(line(voice, "Nobody knows how loud I am."));
  lines.push_back(line("flite:slt", "Nobody knows how loud I am."));
  lines.back()["gain"] = -12;
  const auto audio = speak(folder, "a", script(lines));
  const WavFile wav(audio.wav);
  for (const auto& spoken : audio.truth.lines) {
    CAPTURE(spoken.voice);
    const double expected = &spoken == &audio.truth.lines.back() ? -32 : -20;
    CHECK(wav.level(spoken.time.start, spoken.time.end) == Approx(expected).margin(0.5));
  }
}

TEST_CASE("an intro is music in front of the first line") {
  const TemporaryFolder folder;
  const auto audio = speak(
      folder, "a", R"({"intro":4,"lines":[{"voice":"flite:slt","text":"Hello.","silence":1}]})");
  const WavFile wav(audio.wav);
  for (Time time = 0ms; time < 3s; time += 250ms) CHECK(wav.level(time, time + 250ms) > -35);
  CHECK(wav.level(4s, 4900ms) < -60);
  CHECK(audio.truth.words.at(0).start == 5s);
}

TEST_CASE("noise lies under speech and pauses at the ratio asked for") {
  const TemporaryFolder folder;
  const auto audio =
      speak(folder, "a",
            R"({"snr":10,"tail":1,"lines":[{"voice":"flite:slt","text":"Hello.","silence":1}]})");
  const WavFile wav(audio.wav);
  CHECK(wav.level(0ms, 900ms) == Approx(-30).margin(0.5));
  CHECK(wav.level(audio.truth.duration - 800ms, audio.truth.duration) == Approx(-30).margin(0.5));
}

TEST_CASE("a line that is not transcribed is heard but not among the words") {
  const TemporaryFolder folder;
  json lines{line("flite:slt", "Before."), line("flite:rms", "Nobody wrote this down."),
             line("flite:slt", "After.")};
  lines[1]["transcribed"] = false;
  const auto audio = speak(folder, "a", script(lines));
  CHECK(texts(audio.truth) == std::vector<std::string>{"Before.", "After."});
  REQUIRE(audio.truth.lines.size() == 2);
  const auto gap_start = audio.truth.lines[0].time.end;
  CHECK(audio.truth.lines[1].time.start - gap_start > 1500ms);
  CHECK(WavFile(audio.wav).level(gap_start + 500ms, gap_start + 1300ms) > -30);
}

TEST_CASE("the same script gives the same bytes") {
  const TemporaryFolder folder;
  json lines;
  for (const auto* voice : kVoices) lines.push_back(line(voice, "Nobody says it in two ways."));
  const std::string text = json{{"intro", 1}, {"snr", 20}, {"lines", lines}}.dump();
  const auto first = content_of(speak(folder, "a", text).wav);
  const auto second = content_of(speak(folder, "b", text).wav);
  CHECK(first.size() > 1'000'000);
  CHECK((first == second));
  CHECK(content_of(folder.path() / "a.truth.json") == content_of(folder.path() / "b.truth.json"));
}

TEST_CASE("the truth on disk has the documented form") {
  const TemporaryFolder folder;
  speak(folder, "a", script_of(line("flite:slt", "\"Yes\" - really.", 0.25)));
  const auto truth = json::parse(content_of(folder.path() / "a.truth.json"));
  CHECK(truth.size() == 3);
  CHECK(truth.at("duration").is_number());
  REQUIRE(truth.at("words").size() == 3);
  CHECK(truth.at("words")[0].at("text") == "\"Yes\"");
  CHECK(truth.at("words")[0].at("start") == 0.25);
  CHECK(truth.at("words")[1].at("start").is_null());
  CHECK(truth.at("words")[1].at("end").is_null());
  CHECK(truth.at("words")[2].at("line") == 0);
  CHECK(truth.at("lines")[0].at("voice") == "flite:slt");
  CHECK(truth.at("lines")[0].at("start") == 0.25);
  CHECK(truth.at("lines")[0].at("end") == truth.at("words")[2].at("end"));
}

TEST_CASE("a script that cannot be spoken is refused with a reason") {
  const TemporaryFolder folder;
  const std::vector<std::pair<std::string, std::string>> wrong{
      {"{", "parse error"},
      {"{}", "'lines' not found"},
      {R"({"lines":[],"tempo":3})", "unknown name \"tempo\""},
      {R"({"lines":[{"voice":"flite:slt"}]})", "'text' not found"},
      {R"({"lines":[{"voice":"flite:slt","text":"a","x":1}]})", "unknown name \"x\""},
      {R"({"lines":[{"voice":"flite:slt","text":"a","silence":-1}]})", "silence is negative"},
      {R"({"lines":[{"voice":"slt","text":"a"}]})", "no voice \"slt\""},
      {R"({"lines":[{"voice":"flite:bob","text":"a"}]})", "no flite voice \"bob\""},
      {R"({"lines":[{"voice":"espeak:no-such","text":"a"}]})", "no espeak-ng voice \"no-such\""}};
  for (const auto& [text, reason] : wrong) {
    CAPTURE(text);
    CHECK_THROWS_WITH(speak(folder, "a", text), Contains(reason));
  }
}
