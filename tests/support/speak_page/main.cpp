#include <CLI/CLI.hpp>
#include <exception>
#include <filesystem>
#include <iostream>
#include <map>
#include <stdexcept>

#include "base/atomic_file.h"
#include "support/mp3.h"
#include "support/speak_page/page_copy.h"
#include "support/speak_page/page_script.h"
#include "support/speaker/recording.h"
#include "support/speaker/wav.h"

namespace {

namespace fs = std::filesystem;
using namespace cmos::speaker;

const std::map<std::string, std::vector<std::string>> kFamilies{
    {"flite", {"flite:rms", "flite:slt", "flite:awb", "flite:kal16"}},
    {"espeak", {"espeak:en-us", "espeak:en+f1", "espeak:en-gb-scotland+m3", "espeak:en-us+klatt"}}};

struct Options {
  std::string page;
  std::string folder = ".";
  std::string family = "flite";
  std::string bit_rate = "128k";
  double intro = 0;
  double untranscribed = 0;
  std::optional<double> snr;
};

template <typename T>
T value_of(cmos::Result<T> result, const std::string& what) {
  if (!result) throw std::runtime_error(what + ": " + result.error().message);
  return std::move(*result);
}

void speak_page(const Options& options) {
  const fs::path page = options.page;
  const fs::path folder = options.folder;
  const auto text = value_of(cmos::read_file(page, cmos::kMaxPageSize), options.page);
  const auto episode = cmos::parse_episode({options.page, text}).value;
  if (episode.turns.empty()) throw std::runtime_error(options.page + ": nobody speaks");

  const Reading reading{kFamilies.at(options.family), Seconds(options.intro),
                        Seconds(options.untranscribed), options.snr};
  const auto recording = record(script_of(episode, reading));
  const auto truth = with_notes(episode, recording.truth);

  fs::create_directories(folder);
  const auto stem = page.stem().string();
  const auto wav = folder / (stem + ".wav");
  write_wav(wav, recording.samples, kRecordingRate);
  write_truth(folder / (stem + ".words.truth.json"), truth);
  const auto mp3 = folder / (episode.mp3.file ? fs::path(episode.mp3.file->value).filename()
                                              : fs::path(stem + ".mp3"));
  encode_mp3(wav, mp3, options.bit_rate, episode.title);
  const auto copy = with_true_claims(text, episode, turn_starts(episode, truth), fs::file_size(mp3),
                                     truth.duration);
  value_of(cmos::replace_file(folder / page.filename(), copy), folder.string());
}

}  // namespace

int main(int argc, char** argv) try {
  CLI::App app{
      "Reads an episode page aloud. Writes PAGE.wav, the MP3 that the page names, the words' true "
      "times (PAGE.words.truth.json, an entry for each word of the page), and a copy of the page "
      "whose stamps, size and time are true.",
      "speak_page"};
  Options options;
  app.add_option("PAGE", options.page, "Episode page")->required();
  app.add_option("-d,--output-dir", options.folder, "Where the files go")->capture_default_str();
  app.add_option("--family", options.family, "Voices")
      ->check(CLI::IsMember(kFamilies))
      ->capture_default_str();
  app.add_option("--bit-rate", options.bit_rate, "Of the MP3, as ffmpeg takes it")
      ->capture_default_str();
  app.add_option("--intro", options.intro, "Seconds of music in front");
  app.add_option("--untranscribed", options.untranscribed,
                 "About so many seconds of speech in the middle that the page does not have");
  app.add_option("--snr", options.snr, "White noise so many dB below the speech");
  CLI11_PARSE(app, argc, argv);
  speak_page(options);
  return 0;
} catch (const std::exception& error) {
  std::cerr << "speak_page: " << error.what() << '\n';
  return 1;
}
