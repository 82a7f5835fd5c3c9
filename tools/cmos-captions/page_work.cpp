#include "page_work.h"

#include <fmt/format.h>

#include <utility>

#include "align/silence_aligner.h"
#include "align/sound_aligner.h"
#include "base/atomic_file.h"
#include "base/time.h"

namespace cmos {

namespace {

struct Heard {
  Sound sound;
  std::vector<std::filesystem::path> model_files;
  Alignment alignment;
};

void compare_with_claims(const Page& page, const AudioInfo& audio, Reporter& reporter) {
  const auto& claimed = page.episode.mp3;
  const auto warn = [&](const SourceSpan& where, std::string message, std::string rule) {
    reporter.report({Severity::warning, page.path.string(), page.lines.position(where.begin),
                     std::move(message), std::move(rule)});
  };
  if (claimed.size && claimed.size->value != audio.size) {
    warn(claimed.size->source,
         fmt::format("size is {}, but the MP3 has {} bytes", claimed.size->value, audio.size),
         "mp3-size");
  }
  if (claimed.duration &&
      std::chrono::abs(claimed.duration->value - audio.duration) > std::chrono::seconds(1)) {
    warn(claimed.duration->source,
         fmt::format("time is {}, but the MP3 lasts {}", format_clock(claimed.duration->value),
                     format_clock(audio.duration)),
         "mp3-time");
  }
}

// Null where silences have to do, which is reported.
Result<std::optional<SpeechModel>> choose_model(const Page& page, const TimingOptions& options,
                                                Reporter& reporter) {
  const auto fall_back = [&](const std::string& why, std::string rule) {
    reporter.report({Severity::warning, page.path.string(), std::nullopt,
                     why + ": the times come from stamps and silences, and words may be half a "
                           "second off",
                     std::move(rule)});
  };
  if (options.by_silence) {
    fall_back("no acoustic model is used", "align-silence");
    return std::nullopt;
  }
  auto model = load_speech_model(options.speech, page.episode.language);
  if (model && !*model) {
    fall_back(fmt::format("there is no acoustic model for the language {} (install "
                          "pocketsphinx-en-us for English, or name one with --model)",
                          page.episode.language),
              "model-missing");
  }
  return model;
}

std::optional<Heard> hear(const Page& page, const TimingOptions& options, Reporter& reporter) {
  const auto name = page.path.string();
  const auto mp3 = locate_mp3(page.path, page.lines, page.episode.mp3, options.mp3);
  if (!mp3) {
    reporter.report(to_diagnostic(mp3.error(), name));
    return std::nullopt;
  }
  const auto model = choose_model(page, options, reporter);
  if (!model) {
    reporter.report(to_diagnostic(model.error(), name));
    return std::nullopt;
  }
  const auto source = open_file_source(*mp3);
  auto heard =
      source ? align_sound(page.episode, **source, *model ? &**model : nullptr, page.text, name)
             : tl::unexpected(source.error());
  if (!heard) {
    reporter.report(to_diagnostic(heard.error(), mp3->string()));
    return std::nullopt;
  }
  reporter.report(damage_findings(heard->audio, mp3->string()));
  compare_with_claims(page, heard->audio, reporter);
  Heard result{{*mp3, std::move(heard->audio)}, {}, std::move(heard->alignment)};
  if (*model) result.model_files = (*model)->files;
  return result;
}

Alignment align_by_stamps(const Page& page, Reporter& reporter) {
  const auto name = page.path.string();
  reporter.report({Severity::warning, name, std::nullopt,
                   "the times come from the stamps alone, without the sound: words may be far off",
                   "no-audio"});
  return align_by_silence(page.episode, std::nullopt, page.text, name);
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

std::optional<Page> load_page(const std::filesystem::path& path, const Config& config,
                              Reporter& reporter) {
  auto text = read_file(path, kMaxPageSize);
  if (!text) {
    reporter.report(to_diagnostic(text.error(), path.string()));
    return std::nullopt;
  }
  auto [episode, findings] = parse_episode(*text, path.string(), config.language.value_or("en"));
  reporter.report(findings);
  if (has_errors(findings)) return std::nullopt;
  LineTable lines(*text);
  return Page{path, std::move(*text), std::move(episode), std::move(lines)};
}

std::optional<TimedPage> time_page(Page page, const TimingOptions& options, Reporter& reporter) {
  if (!options.language.empty()) page.episode.language = options.language;
  TimedPage timed{std::move(page), std::nullopt, {}, {}};
  if (options.no_audio) {
    timed.alignment = align_by_stamps(timed.page, reporter);
  } else {
    auto heard = hear(timed.page, options, reporter);
    if (!heard) return std::nullopt;
    timed.sound = std::move(heard->sound);
    timed.model_files = std::move(heard->model_files);
    timed.alignment = std::move(heard->alignment);
  }
  reporter.report(timed.alignment.findings);
  return timed;
}

}  // namespace cmos
