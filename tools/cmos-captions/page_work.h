// What every subcommand that takes a page begins with: its text, its episode, its sound, its times.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "align/alignment.h"
#include "base/page.h"
#include "check/alignment_rules.h"
#include "config/config.h"
#include "episode/episode.h"
#include "locate_mp3.h"
#include "media/audio.h"
#include "reporter.h"
#include "speech/speech_model.h"

namespace cmos {

struct EpisodePage {
  std::filesystem::path path;  // As the user named it.
  Page page;
  Episode episode;
};

struct Sound {
  std::filesystem::path mp3;
  AudioInfo info;
};

struct TimedPage {
  EpisodePage page;
  std::optional<Sound> sound;  // None where it was not asked for.
  std::vector<std::filesystem::path> model_files;
  Alignment alignment;
};

struct TimingOptions {
  Mp3Search mp3;
  bool no_audio = false;
  bool compare_size = true;  // Whether the size that the page declares is that of the MP3 at hand.
  bool by_silence = false;   // By stamps and silences, whatever model there is.
  SpeechFiles speech;
  std::string language;  // BCP 47. Empty: what the page says.
};

// With what the page's configuration adds: its media roots come behind the command line's.
TimingOptions with_config(TimingOptions options, const Config& config);

// Its diagnostics are added; with an error among them the episode is what could be understood.
// `language` is that of TimingOptions.
EpisodePage parse_page(const std::filesystem::path& path, std::string text, const Config& config,
                       const std::string& language, Diagnostics& diagnostics);

// The same of a file. Nothing if it cannot be read.
std::optional<EpisodePage> read_page(const std::filesystem::path& path, const Config& config,
                                     const std::string& language, Diagnostics& diagnostics);

// Nothing if the page cannot be worked with; why is reported, and so is every other diagnostic.
std::optional<EpisodePage> load_page(const std::filesystem::path& path, const Config& config,
                                     const std::string& language, Reporter& reporter);
// `rules` says how much is reported of how the words fit the sound.
std::optional<TimedPage> time_page(EpisodePage page, const TimingOptions& options,
                                   SpeechModels& models, Reporter& reporter,
                                   RuleSet rules = RuleSet::make);

// Without decoding: no word has a time, and of the sound only what measure_audio() says is known.
std::optional<TimedPage> measure_page(EpisodePage page, const TimingOptions& options,
                                      Reporter& reporter);

}  // namespace cmos
