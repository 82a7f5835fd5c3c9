// The sample episode: its page tells the truth about its MP3, and it can be made again.
#include <catch2/catch.hpp>
#include <sstream>

#include "cmos/time.h"
#include "speaker/wav_file.h"
#include "support/spoken_audio.h"

namespace fs = std::filesystem;
using namespace std::chrono_literals;
using cmos::Time;

namespace {

const fs::path kSamples = CMOS_SAMPLES;

// The MP3 as ffmpeg decodes it.
WavFile decoded(const TemporaryFolder& folder) {
  const auto wav = folder.path() / "sample.wav";
  const auto result = run({"ffmpeg", "-loglevel", "error", "-i", kSamples / "episode.mp3",
                           "-map_metadata", "-1", "-bitexact", wav});
  REQUIRE(result.exit_code == 0);
  return WavFile(wav);
}

cmos::Truth sample_truth() {
  return cmos::read_truth(kSamples / "episode.words.truth.json");
}

// Of the front matter's `mp3`.
std::string value(const std::string& page, const std::string& name) {
  const auto start = "\n  " + name + ": ";
  const auto begin = page.find(start);
  REQUIRE(begin != std::string::npos);
  return page.substr(begin + start.size(), page.find('\n', begin + 1) - begin - start.size());
}

struct Turn {
  std::string stamp;  // Without a leading zero.
  std::string first_word;
};

// Of lines such as "[00:07] ada: Hello, Bob."
std::vector<Turn> turns_of(const std::string& page) {
  std::vector<Turn> turns;
  std::istringstream lines(page);
  for (std::string line; std::getline(lines, line);) {
    std::istringstream line_stream(line);
    std::string stamp;
    std::string speaker;
    std::string word;
    line_stream >> stamp >> speaker >> word;
    if (!stamp.starts_with("[0") || !stamp.ends_with(']')) continue;
    turns.push_back({stamp.substr(2, stamp.size() - 3), word});
  }
  return turns;
}

}  // namespace

TEST_CASE("the sample's page states size and time of its MP3") {
  const TemporaryFolder folder;
  const auto page = content_of(kSamples / "episode.md");
  CHECK(value(page, "file") == "/media/episode.mp3");
  CHECK(value(page, "size") == std::to_string(fs::file_size(kSamples / "episode.mp3")));
  CHECK(fs::file_size(kSamples / "episode.mp3") < 3'000'000);
  const auto wav = decoded(folder);
  const Time duration(wav.samples().size() * 1000 / wav.rate());
  CHECK(value(page, "time") == cmos::format_clock(duration));
  CHECK(duration >= 2min);
  CHECK(duration <= 3min);
}

TEST_CASE("the sample's stamps are the seconds in which its turns start") {
  const auto truth = sample_truth();
  const auto page = content_of(kSamples / "episode.md");
  const auto turns = turns_of(page);
  CHECK(turns.size() == 20);
  auto word = truth.words.begin();
  for (const auto& turn : turns) {
    CAPTURE(turn.stamp, turn.first_word);
    word = std::find_if(word, truth.words.end(), [&](const auto& candidate) {
      return candidate.text == turn.first_word &&
             cmos::format_clock(*candidate.start) == turn.stamp;
    });
    REQUIRE(word != truth.words.end());
    ++word;
  }
}

TEST_CASE("the sample's MP3 holds its words where its truth says, and pauses of a conversation") {
  const TemporaryFolder folder;
  const auto wav = decoded(folder);
  const auto truth = sample_truth();
  for (const auto& word : truth.words) {
    CAPTURE(word.text);
    CHECK(wav.level(*word.start, *word.end) > -45);
  }
  for (std::size_t i = 0; i < truth.lines.size(); ++i) {
    const auto& line = truth.lines[i];
    CAPTURE(line.time.start.count());
    CHECK(wav.level(line.time.start, line.time.end) == Approx(-20).margin(1));
    const auto before = i == 0 ? 0ms : truth.lines[i - 1].time.end;
    CHECK(line.time.start - before >= 200ms);
    CHECK(line.time.start - before <= 800ms);
    CHECK(wav.level(before + 120ms, line.time.start - 20ms) < -45);
  }
  CHECK(wav.level(truth.duration - 200ms, truth.duration) < -60);
  CHECK(std::abs(*std::ranges::max_element(wav.samples())) < 32767);
  CHECK(std::abs(*std::ranges::min_element(wav.samples())) < 32767);
}

TEST_CASE("the sample can be made again") {
  const TemporaryFolder folder;
  const auto made = speak_page(folder, kSamples / "episode.md").truth;
  const auto kept = sample_truth();
  REQUIRE(made.words.size() == kept.words.size());
  for (std::size_t i = 0; i < made.words.size(); ++i) {
    CAPTURE(i, kept.words[i].text);
    CHECK(made.words[i].text == kept.words[i].text);
    CHECK(std::chrono::abs(*made.words[i].start - *kept.words[i].start) <= 5ms);
  }
}
