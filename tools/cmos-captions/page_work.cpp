#include "page_work.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <memory>
#include <thread>
#include <utility>

#include "align/silence_aligner.h"
#include "align/sound_aligner.h"
#include "base/atomic_file.h"
#include "check/sound_rules.h"

namespace cmos {

namespace {

// Null where silences have to do, which is reported.
Result<const SpeechModel*> choose_model(const EpisodePage& page, const TimingOptions& options,
                                        SpeechModels& models, Reporter& reporter) {
  const auto fall_back = [&](RuleName rule, const std::string& why) {
    reporter.report(make_diagnostic(
        rule, page.page.name, std::nullopt,
        why + ": the times come from stamps and silences, and words may be half a second off"));
  };
  if (options.by_silence) {
    fall_back("align-silence", "no acoustic model is used");
    return nullptr;
  }
  const auto model = models.find(options.speech, page.episode.language);
  if (model && *model == nullptr) {
    fall_back("model-missing",
              fmt::format("there is no acoustic model for the language {} (install "
                          "pocketsphinx-en-us for English, or name one with --model)",
                          page.episode.language));
  }
  return model;
}

// The page's MP3, open; why not is reported.
struct OpenMp3 {
  std::filesystem::path path;
  std::unique_ptr<ByteSource> source;
};

std::optional<OpenMp3> open_mp3(const EpisodePage& page, const Mp3Search& search,
                                Reporter& reporter) {
  const auto path = locate_mp3(page.path, page.page.lines, page.episode.mp3, search);
  if (!path) {
    reporter.report(to_diagnostic(path.error(), page.page.name));
    return std::nullopt;
  }
  auto source = open_file_source(*path);
  if (!source) {
    reporter.report(to_diagnostic(source.error(), path->string()));
    return std::nullopt;
  }
  return OpenMp3{*path, std::move(*source)};
}

// What is wrong with the MP3, and with what the page says of it.
void report_sound(const EpisodePage& page, const OpenMp3& mp3, const AudioInfo& audio,
                  const TimingOptions& options, Reporter& reporter) {
  reporter.report(damage_diagnostics(audio, mp3.path.string()));
  auto declared = page.episode.mp3;
  if (!options.compare_size) declared.size.reset();
  reporter.report(compare_declared(declared, audio, page.page));
}

// Hears the MP3 and times the words.
bool time_by_sound(TimedPage& timed, const TimingOptions& options, SpeechModels& models,
                   Reporter& reporter) {
  const auto& page = timed.page;
  const auto mp3 = open_mp3(page, options.mp3, reporter);
  if (!mp3) return false;
  const std::jthread loading(load_ffmpeg);  // Beside the model.
  const auto model = choose_model(page, options, models, reporter);
  if (!model) {
    reporter.report(to_diagnostic(model.error(), page.page.name));
    return false;
  }
  auto heard = align_sound(page.episode, *mp3->source, *model);
  if (!heard) {
    reporter.report(to_diagnostic(heard.error(), mp3->path.string()));
    return false;
  }
  report_sound(page, *mp3, heard->audio, options, reporter);
  timed.sound = Sound{mp3->path, std::move(heard->audio)};
  timed.alignment = std::move(heard->alignment);
  if (*model != nullptr) timed.model_files = (*model)->files;
  return true;
}

Alignment align_by_stamps(const EpisodePage& page, Reporter& reporter) {
  reporter.report(make_diagnostic(
      "no-audio", page.page.name, std::nullopt,
      "the times come from the stamps alone, without the sound: words may be far off"));
  return align_by_silence(page.episode, std::nullopt);
}

}  // namespace

TimingOptions with_config(TimingOptions options, const Config& config) {
  auto& roots = options.mp3.media_roots;
  roots.insert(roots.end(), config.media_roots.begin(), config.media_roots.end());
  auto& [model, dictionary] = options.speech;
  if (model.empty()) model = config.model.value_or("");
  if (dictionary.empty()) dictionary = config.dictionary.value_or("");
  return options;
}

EpisodePage parse_page(const std::filesystem::path& path, std::string text, const Config& config,
                       const std::string& language, Diagnostics& diagnostics) {
  Page page(path.string(), std::move(text));
  auto [episode, found] = parse_episode(page, config.language.value_or("en"));
  if (!language.empty()) episode.language = language;
  std::ranges::move(found, std::back_inserter(diagnostics));
  return {path, std::move(page), std::move(episode)};
}

std::optional<EpisodePage> read_page(const std::filesystem::path& path, const Config& config,
                                     const std::string& language, Diagnostics& diagnostics) {
  auto text = read_file(path, kMaxPageSize);
  if (!text) {
    diagnostics.push_back(to_diagnostic(text.error(), path.string()));
    return std::nullopt;
  }
  return parse_page(path, std::move(*text), config, language, diagnostics);
}

std::optional<EpisodePage> load_page(const std::filesystem::path& path, const Config& config,
                                     const std::string& language, Reporter& reporter) {
  Diagnostics diagnostics;
  auto page = read_page(path, config, language, diagnostics);
  reporter.report(diagnostics);
  if (has_errors(diagnostics)) return std::nullopt;
  return page;
}

std::optional<TimedPage> time_page(EpisodePage page, const TimingOptions& options,
                                   SpeechModels& models, Reporter& reporter, RuleSet rules) {
  TimedPage timed{std::move(page), std::nullopt, {}, {}};
  if (options.no_audio) {
    timed.alignment = align_by_stamps(timed.page, reporter);
    return timed;
  }
  if (!time_by_sound(timed, options, models, reporter)) return std::nullopt;
  reporter.report(alignment_diagnostics(rules, timed.page.episode, timed.alignment,
                                        timed.sound->info, timed.page.page));
  return timed;
}

std::optional<TimedPage> measure_page(EpisodePage page, const TimingOptions& options,
                                      Reporter& reporter) {
  const auto mp3 = open_mp3(page, options.mp3, reporter);
  if (!mp3) return std::nullopt;
  auto audio = measure_audio(*mp3->source);
  if (!audio) {
    reporter.report(to_diagnostic(audio.error(), mp3->path.string()));
    return std::nullopt;
  }
  report_sound(page, *mp3, *audio, options, reporter);
  TimedPage timed{std::move(page), std::nullopt, {}, {}};
  timed.alignment.duration = audio->duration;
  timed.sound = Sound{mp3->path, std::move(*audio)};
  return timed;
}

}  // namespace cmos
