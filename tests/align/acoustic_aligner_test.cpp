#include "align/acoustic_aligner.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cctype>
#include <cstring>
#include <fstream>
#include <numeric>
#include <sstream>
#include <unordered_map>

#include "align/spoken_episode.h"
#include "support/process.h"
#include "support/spoken_audio.h"

using namespace cmos;

namespace {

const AcousticModel& model() {
  static const auto kModel = AcousticModel::load(kDefaultModelFolder);
  if (!kModel) throw std::runtime_error(kModel.error().message);
  return *kModel;
}

// The model's dictionary, whole: word -> first pronunciation and those that follow it.
class Dictionary {
 public:
  Dictionary() {
    std::ifstream file("/usr/share/pocketsphinx/model/en-us/cmudict-en-us.dict");
    for (std::string line; std::getline(file, line);) {
      std::istringstream fields(line);
      std::string word;
      fields >> word;
      std::vector<std::string> phones;
      for (std::string phone; fields >> phone;) phones.push_back(phone);
      words_[word.substr(0, word.find('('))].push_back(std::move(phones));
    }
  }

  std::vector<std::vector<std::string>> pronounce(std::string_view shown) const {
    std::string word;
    for (const char c : shown) {
      if (std::isalpha(static_cast<unsigned char>(c)) != 0 || c == '\'') {
        word += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
      }
    }
    const auto found = words_.find(word);
    return found == words_.end() ? std::vector<std::vector<std::string>>() : found->second;
  }

 private:
  std::unordered_map<std::string, std::vector<std::vector<std::string>>> words_;
};

std::vector<WordPhones> phones_of(const Episode& episode) {
  static const Dictionary kDictionary;
  return word_phones(episode, [](std::span<const std::string_view> phrase) {
    std::vector<std::vector<std::vector<std::string>>> ways;
    for (const auto word : phrase) ways.push_back(kDictionary.pronounce(word));
    return ways;
  });
}

std::vector<float> samples_of(const std::filesystem::path& wav) {
  const auto raw = wav.string() + ".f32";
  const auto done = run({"ffmpeg", "-v", "error", "-i", wav.string(), "-f", "f32le", "-ar", "16000",
                         "-ac", "1", raw});
  if (done.exit_code != 0) throw std::runtime_error(done.err);
  const std::string bytes = content_of(raw);
  std::vector<float> samples(bytes.size() / sizeof(float));
  std::memcpy(samples.data(), bytes.data(), samples.size() * sizeof(float));
  return samples;
}

// Hands the samples over by chunks of these sizes, in turn.
Alignment align(const Episode& episode, std::span<const float> samples,
                const std::vector<std::size_t>& chunks = {4096}) {
  AcousticAligner aligner(model(), episode, phones_of(episode));
  std::size_t at = 0;
  for (std::size_t i = 0; at < samples.size(); ++i) {
    const std::size_t size = std::min(chunks[i % chunks.size()], samples.size() - at);
    aligner.consume(samples.subspan(at, size));
    at += size;
  }
  aligner.finish();
  AudioInfo info;
  info.duration = Time(static_cast<std::int64_t>(samples.size()) / 16);
  return aligner.alignment(info);
}

const std::vector<std::string> kLines{
    "Welcome to our program about open source software.",
    "Today we talk with a developer who writes tools for podcasts.",
    "She started her project three years ago, on a train to London.",
    "Since then, many people have sent her patches and questions.",
    "How do you find the time for all of that work?",
    "Mostly in the morning, before anybody else is awake."};

std::string script(const std::vector<std::string>& lines, const std::string& options = "") {
  std::string json = "{" + options + "\"lines\": [";
  for (std::size_t i = 0; i < lines.size(); ++i) {
    json += std::string(i > 0 ? "," : "") + "{\"voice\": \"flite:" + (i % 2 == 0 ? "slt" : "rms") +
            "\", \"silence\": 0.4, \"text\": \"" + lines[i] + "\"}";
  }
  return json + "]}";
}

Episode episode_of(const std::vector<std::string>& lines) {
  Episode episode;
  for (const std::string& line : lines) add_turn(episode, std::nullopt, line);
  return episode;
}

// Errors of the words' starts in ms, ascending; `shift` words of the episode come before the
// truth's word `from`.
std::vector<std::int64_t> errors(const Alignment& alignment, const Truth& truth,
                                 std::size_t from = 0, std::size_t end = SIZE_MAX,
                                 std::ptrdiff_t shift = 0) {
  std::vector<std::int64_t> result;
  for (std::size_t i = from; i < std::min(end, truth.words.size()); ++i) {
    const auto& word =
        alignment.words.at(static_cast<std::size_t>(static_cast<std::ptrdiff_t>(i) + shift));
    if (!truth.words[i].start) continue;
    result.push_back(std::abs((word.time.start - *truth.words[i].start).count()));
  }
  std::ranges::sort(result);
  return result;
}

bool are_near(const std::vector<std::int64_t>& sorted) {
  UNSCOPED_INFO("errors in ms: " << Catch::Detail::stringify(sorted));
  if (sorted.empty()) return false;
  return sorted[sorted.size() / 2] <= 20 && sorted[(sorted.size() - 1) * 9 / 10] <= 60;
}

float mean_confidence(const Alignment& alignment, std::size_t from, std::size_t end) {
  float sum = 0;
  for (std::size_t i = from; i < end; ++i) sum += alignment.words.at(i).confidence.value();
  return sum / static_cast<float>(end - from);
}

WordRun longest_not_found(const Alignment& alignment) {
  WordRun longest{0, 0};
  for (const WordRun& run : alignment.not_found) {
    if (run.length() > longest.length()) longest = run;
  }
  return longest;
}

Time longest_untranscribed(const Alignment& alignment) {
  Time longest{0};
  for (const UntranscribedSound& sound : alignment.untranscribed) {
    longest = std::max(longest, sound.time.length());
  }
  return longest;
}

bool is_well_formed(const Alignment& alignment) {
  Time previous{0};
  for (const WordTiming& word : alignment.words) {
    if (word.time.start < previous || word.time.end <= word.time.start) return false;
    previous = word.time.end;
  }
  return previous <= alignment.duration;
}

// All lines in four orders: longer than 65 s, so that the aligner adapts at 32 s and at 64 s.
std::vector<std::string> many_lines() {
  std::vector<std::string> result;
  for (const std::size_t step : {1U, 5U, 1U, 5U}) {
    const std::size_t shift = result.size() / 2;
    for (std::size_t i = 0; i < kLines.size(); ++i) {
      result.push_back(kLines[(shift + i * step) % kLines.size()]);
    }
  }
  return result;
}

// What is said as two lines with a silence between them but written as one: the time between
// the words around it, the last of the first line and the first of the second.
Time gap_between(const std::string& first, const std::string& second, const std::string& voice,
                 double silence, const std::string& mark = "") {
  const TemporaryFolder folder;
  const auto line = [&](const std::string& text, double before) {
    return "{\"voice\": \"" + voice + "\", \"silence\": " + std::to_string(before) +
           ", \"text\": \"" + text + "\"}";
  };
  const auto audio =
      speak(folder, "gap",
            "{\"tail\": 0.4, \"lines\": [" + line(first, 0.4) + "," + line(second, silence) + "]}");
  const auto alignment = align(episode_of({first + mark + " " + second}), samples_of(audio.wav));
  const auto found = std::ranges::find(audio.truth.words, 1U, &TrueWord::line);
  const auto behind = static_cast<std::size_t>(found - audio.truth.words.begin());
  return alignment.words.at(behind).time.start - alignment.words.at(behind - 1).time.end;
}

}  // namespace

TEST_CASE("Every word is laid on its sound, without any stamp") {
  const TemporaryFolder folder;
  const auto audio = speak(folder, "plain", script(kLines));
  const auto alignment = align(episode_of(kLines), samples_of(audio.wav));
  REQUIRE(alignment.words.size() == audio.truth.words.size());
  CHECK(is_well_formed(alignment));
  CHECK(are_near(errors(alignment, audio.truth)));
  CHECK(mean_confidence(alignment, 0, alignment.words.size()) > 0.9F);
  CHECK(longest_not_found(alignment).length() < 2);
  CHECK(longest_untranscribed(alignment) < std::chrono::seconds(2));
  CHECK_FALSE(alignment.stamp_shift);
  REQUIRE(alignment.turns.size() == kLines.size());
  CHECK(std::chrono::abs(alignment.turns[3].start - audio.truth.lines.at(3).time.start) < Time(60));
}

TEST_CASE("However the samples come, the times are the same") {
  const TemporaryFolder folder;
  const auto audio = speak(folder, "chunks", script({kLines[0], kLines[1]}));
  const auto samples = samples_of(audio.wav);
  const Episode episode = episode_of({kLines[0], kLines[1]});
  const auto one = align(episode, samples, {samples.size()});
  const auto other = align(episode, samples, {333});
  REQUIRE(one.words.size() == episode.words.size());
  REQUIRE(other.words.size() == episode.words.size());
  for (std::size_t i = 0; i < one.words.size(); ++i) {
    CHECK(one.words[i].time == other.words[i].time);
    CHECK(one.words[i].confidence == other.words[i].confidence);
  }
}

TEST_CASE("Long sound gives the same times however it comes, though the model adapts to it") {
  const TemporaryFolder folder;
  const std::vector<std::string> lines = many_lines();
  const auto audio = speak(folder, "long", script(lines));
  const auto samples = samples_of(audio.wav);
  REQUIRE(samples.size() > std::size_t{65} * 16000);
  const Episode episode = episode_of(lines);
  const auto whole = align(episode, samples, {samples.size()});
  REQUIRE(whole.words.size() == episode.words.size());
  for (const std::vector<std::size_t>& chunks :
       {std::vector<std::size_t>{1, 333, 160000, 7, 48000}, {4096}, {31 * 16000, 1, 159}}) {
    const auto cut = align(episode, samples, chunks);
    REQUIRE(cut.words.size() == whole.words.size());
    for (std::size_t i = 0; i < whole.words.size(); ++i) {
      CHECK(cut.words[i].time == whole.words[i].time);
      CHECK(cut.words[i].confidence == whole.words[i].confidence);
    }
  }
}

TEST_CASE("Long sound in white noise has its words near, since the model is fitted to it") {
  const TemporaryFolder folder;
  const std::vector<std::string> lines = many_lines();
  const auto audio = speak(folder, "noisy", script(lines, "\"snr\": 10, "));
  const auto alignment = align(episode_of(lines), samples_of(audio.wav));
  const auto all = errors(alignment, audio.truth);
  const auto sum = std::accumulate(all.begin(), all.end(), std::int64_t{0});
  REQUIRE_FALSE(all.empty());
  INFO("errors in ms: " << Catch::Detail::stringify(all));
  CHECK(static_cast<double>(sum) / static_cast<double>(all.size()) < 27);
  CHECK(all[(all.size() - 1) * 9 / 10] <= 60);
}

TEST_CASE("A short silence behind a stop is its closure, unless the text has a break there") {
  const std::vector<std::pair<std::string, std::string>> phrases{
      {"We talk about", "all of our people"},
      {"She is in the back", "of our old house"},
      {"They are very sad", "and nobody knows it"}};
  const std::string voice = "flite:slt";
  for (const auto& [first, second] : phrases) {
    INFO(first << " " << second);
    CHECK(gap_between(first, second, voice, 0.12) == Time(0));
    CHECK(gap_between(first, second, voice, 0.12, ",") > Time(60));
    CHECK(gap_between(first, second, voice, 0.5) > Time(350));
  }
}

TEST_CASE("A short silence behind a sound that is no stop belongs to no word") {
  CHECK(gap_between("We all know", "our own people", "flite:slt", 0.12) > Time(60));
  CHECK(gap_between("She saw the sea", "and all of the sun", "flite:rms", 0.12) > Time(60));
}

TEST_CASE("Speech that the text does not have leaves the words around it in their places") {
  const TemporaryFolder folder;
  const std::vector<std::string> advertisement(
      3,
      "Buy the very best shoes in town, with free delivery to your home on every single day. "
      "Nobody sells cheaper shoes than we do, so call us now and get a second pair for free.");
  std::vector<std::string> spoken(kLines.begin(), kLines.begin() + 3);
  spoken.insert(spoken.end(), advertisement.begin(), advertisement.end());
  spoken.insert(spoken.end(), kLines.begin() + 3, kLines.end());
  const auto audio = speak(folder, "advertisement", script(spoken));
  const auto alignment = align(episode_of(kLines), samples_of(audio.wav));
  const std::size_t before = 8 + 11 + 12;
  CHECK(is_well_formed(alignment));
  CHECK(are_near(errors(alignment, audio.truth, 0, before)));
  const auto inserted = audio.truth.words.size() - alignment.words.size();
  CHECK(are_near(errors(alignment, audio.truth, before + inserted, SIZE_MAX,
                        -static_cast<std::ptrdiff_t>(inserted))));
  CHECK(longest_untranscribed(alignment) > std::chrono::seconds(20));
  CHECK(std::ranges::any_of(alignment.untranscribed, [&](const UntranscribedSound& sound) {
    return sound.next_word == before;
  }));
}

TEST_CASE("Text that is not spoken leaves the words around it in their places and is reported") {
  const TemporaryFolder folder;
  std::vector<std::string> text = kLines;
  const std::vector<std::string> cut{
      "Nobody has ever heard this sentence about elephants and their enormous grey ears.",
      "It was removed together with some very funny remarks on mathematics."};
  text.insert(text.begin() + 3, cut.begin(), cut.end());
  const auto audio = speak(folder, "cut", script(kLines));
  const auto alignment = align(episode_of(text), samples_of(audio.wav));
  const std::size_t before = 8 + 11 + 12;
  const std::size_t left_out = alignment.words.size() - audio.truth.words.size();
  CHECK(is_well_formed(alignment));
  CHECK(are_near(errors(alignment, audio.truth, 0, before)));
  CHECK(are_near(errors(alignment, audio.truth, before + 10, SIZE_MAX,
                        static_cast<std::ptrdiff_t>(left_out))));
  CHECK(mean_confidence(alignment, before, before + left_out) < 0.3F);
  CHECK(mean_confidence(alignment, 0, before - 4) > 0.8F);
  const WordRun run = longest_not_found(alignment);
  CHECK(run.first >= before - 2);
  CHECK(run.end <= before + left_out + 2);
  CHECK(run.length() >= left_out - 4);
}

TEST_CASE("Stamps that are wrong move no word") {
  const TemporaryFolder folder;
  const auto audio = speak(folder, "stamps", script(kLines));
  Episode episode;
  for (std::size_t i = 0; i < kLines.size(); ++i) {
    add_turn(episode, std::chrono::seconds(i * i * 7), kLines[i]);
  }
  const auto samples = samples_of(audio.wav);
  const auto stamped = align(episode, samples);
  const auto plain = align(episode_of(kLines), samples);
  REQUIRE(plain.words.size() == episode.words.size());
  REQUIRE(stamped.words.size() == episode.words.size());
  for (std::size_t i = 0; i < plain.words.size(); ++i) {
    CHECK(stamped.words[i].time == plain.words[i].time);
  }
}

TEST_CASE("Notes in brackets and dashes have a time but no confidence") {
  const TemporaryFolder folder;
  const auto audio = speak(folder, "note", script({kLines[0]}));
  Episode episode;
  add_turn(episode, std::nullopt, "[laughs] " + kLines[0] + " \u2014 [music]");
  const auto alignment = align(episode, samples_of(audio.wav));
  CHECK(is_well_formed(alignment));
  REQUIRE(alignment.words.size() == episode.words.size());
  CHECK_FALSE(alignment.words.front().confidence);
  CHECK_FALSE(alignment.words.at(alignment.words.size() - 2).confidence);
  CHECK_FALSE(alignment.words.back().confidence);
  CHECK(are_near(errors(alignment, audio.truth, 0, SIZE_MAX, 1)));
}

TEST_CASE(
    "Sound that is empty, silent or too short for its words gives an alignment all the same") {
  const Episode episode = episode_of(kLines);
  for (const std::size_t samples : {0U, 100U, 16000U, 48000U}) {
    INFO(samples);
    const auto alignment = align(episode, std::vector<float>(samples));
    REQUIRE(alignment.words.size() == episode.words.size());
    for (std::size_t i = 1; i < alignment.words.size(); ++i) {
      CHECK(alignment.words[i].time.start >= alignment.words[i - 1].time.end);
    }
    CHECK(mean_confidence(alignment, 0, alignment.words.size()) < 0.3F);
  }
  CHECK(align(Episode(), std::vector<float>(16000)).words.empty());
}
