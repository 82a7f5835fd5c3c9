// Aligns one page with one sound file and says what that took: the whole way from the MP3 to words,
// without the program around it.
#include <fmt/format.h>
#include <sys/resource.h>

#include <CLI/CLI.hpp>
#include <chrono>
#include <cstdio>
#include <exception>
#include <nlohmann/json.hpp>
#include <optional>
#include <stdexcept>
#include <utility>

#include "align/sound_aligner.h"
#include "base/atomic_file.h"
#include "check/alignment_rules.h"
#include "faults.h"
#include "media/audio.h"
#include "speech/speech_model.h"

namespace {

using namespace cmos;
using Clock = std::chrono::steady_clock;

constexpr std::size_t kLargestPage = std::size_t{16} << 20;

struct Options {
  std::string page;
  std::string sound;
  std::string model;
  std::string dictionary;
  std::string language;
  bool by_silence = false;
  Faults faults;
};

struct Measured {
  Alignment alignment;
  AudioInfo sound;
  double startup = 0;  // Seconds until the first sample may come.
  double wall = 0;
};

template <typename T>
T value_of(Result<T> result) {
  if (!result) throw std::runtime_error(result.error().message);
  return std::move(*result);
}

double seconds_since(Clock::time_point start) {
  return std::chrono::duration<double>(Clock::now() - start).count();
}

Measured align(const Options& options, const Episode& episode) {
  const auto start = Clock::now();
  Measured measured;
  const auto source = value_of(open_file_source(options.sound));
  std::optional<SpeechModel> model;
  if (!options.by_silence) {
    model = value_of(load_speech_model({options.model, options.dictionary}, episode.language));
    measured.startup = seconds_since(start);
  }
  auto heard = value_of(align_sound(episode, *source, model ? &*model : nullptr));
  measured.alignment = std::move(heard.alignment);
  measured.sound = std::move(heard.audio);
  measured.wall = seconds_since(start);
  return measured;
}

double cpu_seconds(const rusage& usage) {
  const auto seconds = [](const timeval& t) {
    return static_cast<double>(t.tv_sec) + static_cast<double>(t.tv_usec) / 1e6;
  };
  return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

nlohmann::json to_json(const Measured& measured, const Episode& episode, const WordOrigins& origins,
                       const Page& page) {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  nlohmann::json json{{"startup", measured.startup},
                      {"wall", measured.wall},
                      {"cpu", cpu_seconds(usage)},
                      {"peak_mb", static_cast<double>(usage.ru_maxrss) / 1024},
                      {"duration", static_cast<double>(measured.alignment.duration.count()) / 1e3}};
  for (std::size_t i = 0; i < episode.words.size(); ++i) {
    const WordTiming& word = measured.alignment.words[i];
    nlohmann::json entry{{"text", episode.words[i].text},
                         {"start", static_cast<double>(word.time.start.count()) / 1e3},
                         {"end", static_cast<double>(word.time.end.count()) / 1e3},
                         {"confidence", nullptr},
                         {"origin", nullptr}};
    if (word.confidence) entry["confidence"] = *word.confidence;
    if (origins[i]) entry["origin"] = *origins[i];
    json["words"].push_back(std::move(entry));
  }
  json["findings"] = nlohmann::json::array();
  for (const Diagnostic& diagnostic :
       alignment_diagnostics(RuleSet::make, episode, measured.alignment, measured.sound, page)) {
    json["findings"].push_back(to_string(diagnostic));
  }
  return json;
}

}  // namespace

int main(int argc, char** argv) {
  CLI::App app{"Aligns a page with its sound; writes words, times and costs as JSON.",
               "align_episode"};
  Options options;
  app.add_option("PAGE", options.page, "Episode page")->required();
  app.add_option("SOUND", options.sound, "MP3 or WAV file")->required();
  app.add_option("--model", options.model, "Folder of the acoustic model");
  app.add_option("--dictionary", options.dictionary, "Its dictionary");
  app.add_option("--language", options.language, "Language of the words, whatever the page says");
  app.add_flag("--silence", options.by_silence, "By stamps and silences alone");
  app.add_option("--missing", options.faults.missing, "Percent of the words to leave out");
  app.add_option("--foreign", options.faults.foreign, "Percent of foreign words to put in");
  app.add_option("--shift-stamps", options.faults.stamp_shift, "Seconds to add to all stamps");
  app.add_option("--scatter-stamps", options.faults.stamp_scatter,
                 "Seconds to move each stamp by at most");
  app.add_flag("--no-stamps", options.faults.no_stamps, "As if the page had no stamps");
  CLI11_PARSE(app, argc, argv);
  try {
    const Page page(options.page, value_of(read_file(options.page, kLargestPage)));
    Episode episode = parse_episode(page).value;
    if (!options.language.empty()) episode.language = options.language;
    const WordOrigins origins = make_faulty(options.faults, episode);
    const Measured measured = align(options, episode);
    fmt::print("{}\n", to_json(measured, episode, origins, page).dump());
  } catch (const std::exception& error) {
    fmt::print(stderr, "align_episode: {}\n", error.what());
    return 1;
  }
  return 0;
}
