#include "cmos/captioner.h"

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <future>
#include <iterator>
#include <map>
#include <utility>

#include "align/silence_aligner.h"
#include "align/sound_aligner.h"
#include "api/choose_model.h"
#include "api/configurations.h"
#include "api/correct_page.h"
#include "api/limits.h"
#include "api/locate_audio.h"
#include "api/read_page.h"
#include "base/atomic_file.h"
#include "chapter/find_chapters.h"
#include "check/alignment_rules.h"
#include "check/page_language.h"
#include "check/sound_rules.h"
#include "cmos/language_tag.h"
#include "media/peak_meter.h"
#include "speech/speech_model.h"

namespace cmos {

namespace {

namespace fs = std::filesystem;

void append(Diagnostics& diagnostics, Diagnostics more) {
  std::ranges::move(more, std::back_inserter(diagnostics));
}

std::string canonical(const std::string& language) {
  return canonical_language_tag(language).value_or(language);
}

// Of pages that are given together, how many on either side of one are tried on its sound: those of
// an archive that is off by a few.
constexpr std::ptrdiff_t kTriedAround = 4;

// The pages beside this one, the nearest first.
std::vector<fs::path> beside(const fs::path& page, std::span<const fs::path> given) {
  const auto count = std::ssize(given);
  const auto at = std::ranges::find(given, page) - given.begin();
  std::vector<fs::path> result;
  for (std::ptrdiff_t distance = 1; distance <= kTriedAround; ++distance) {
    for (const auto i : {at + distance, at - distance}) {
      if (i >= 0 && i < count) result.push_back(given[static_cast<std::size_t>(i)]);
    }
  }
  return result;
}

// Finds the times of one page's words.
class PageTimer {
 public:
  PageTimer(Captioner& captioner, EpisodePage page, std::span<const Format> formats, RuleSet rules,
            SpeechModels& models, std::span<const fs::path> given, ProgressSink tell)
      : captioner_(captioner),
        timed_{std::move(page), std::nullopt, {}, {}},
        rules_(rules),
        models_(models),
        given_(given),
        tell_(std::move(tell)) {
    for (const auto format : formats) {
      marks_mp3_ = marks_mp3_ || format == Format::mp3;
      draws_sound_ = draws_sound_ || info(format).draws_sound;
      shows_words_ = shows_words_ || info(format).content == FormatContent::words;
      shows_chapters_ = shows_chapters_ || info(format).content == FormatContent::chapters;
    }
  }

  WithDiagnostics<std::optional<TimedPage>> time() && {
    if (!find_times()) return {std::nullopt, std::move(diagnostics_)};
    append(diagnostics_, unkept_corrections(page(), timed_.alignment));
    auto& inputs = timed_.inputs;
    inputs.push_back(page().path);
    if (page().head) inputs.emplace_back(page().page.name);
    if (page().corrections_file) inputs.emplace_back(page().corrections_file->name);
    if (timed_.sound) inputs.push_back(timed_.sound->file);
    if (!page().settings.configuration.empty()) inputs.push_back(page().settings.configuration);
    inputs.insert(inputs.end(), model_files_.begin(), model_files_.end());
    return {std::move(timed_), std::move(diagnostics_)};
  }

 private:
  const EpisodePage& page() const { return timed_.page; }

  bool find_times() {
    if (!shows_words_ && !shows_chapters_) return true;
    if (page().settings.timing == TimingMethod::stamps) return time_by_stamps();
    const auto& chapters = page().settings.chapters;
    return shows_words_ || chapters_need_words(page().episode, chapters.mode) ? time_by_sound()
                                                                              : measure_sound();
  }

  bool fail(const Error& error, const std::string& file) {
    diagnostics_.push_back(to_diagnostic(error, file));
    return false;
  }

  bool time_by_stamps() {
    diagnostics_.push_back(make_diagnostic(
        "no-audio", page().page.name, std::nullopt,
        "the times come from the stamps alone, without the sound: words may be far off"));
    timed_.alignment = align_by_silence(page().episode, std::nullopt);
    return true;
  }

  // Hears the sound and times the words.
  bool time_by_sound() {
    const auto source = open_sound();
    if (!source) return false;
    // Beside the model. What it throws comes again where FFmpeg is called.
    [[maybe_unused]] const auto loading = std::async(std::launch::async, load_ffmpeg);
    const auto model = choose_model(page(), models_, diagnostics_);
    if (!model) return fail(model.error(), page().page.name);
    auto heard =
        align_sound(page().episode, *source, *model, tell_, draws_sound_ ? &peaks_ : nullptr);
    if (!heard) return fail(heard.error(), sound_file_.string());
    take(std::move(heard->audio));
    timed_.alignment = std::move(heard->alignment);
    if (*model != nullptr) model_files_ = (*model)->files;
    return judge_alignment(*model);
  }

  // Whether the sound may be used: a wrong one only where somebody insists.
  bool judge_alignment(const SpeechModel* model) {
    append(diagnostics_,
           pronunciation_diagnostics(page().episode, timed_.alignment, page().declaring()));
    auto found = alignment_diagnostics(rules_, page().episode, timed_.alignment, timed_.sound->info,
                                       page().page);
    const auto wrong =
        std::ranges::find(found, RuleName("sound-of-another-page"), &Diagnostic::rule);
    const bool is_wrong = wrong != found.end();
    if (const auto other = is_wrong ? find_page_of_sound(model) : std::nullopt) {
      wrong->message += fmt::format(" and is the text of {}", other->string());
    }
    if (is_wrong && page().settings.force) wrong->severity = Severity::warning;
    append(diagnostics_, std::move(found));
    return !is_wrong || page().settings.force || rules_ == RuleSet::check;
  }

  std::optional<fs::path> find_page_of_sound(const SpeechModel* model) {
    for (const auto& other : beside(page().path, given_)) {
      const auto opened = captioner_.open(other).value;
      const auto source = open_file_source(sound_file_);
      if (!opened || opened->has_errors || !source) continue;
      const auto heard = align_sound(opened->episode, **source, model);
      if (heard && says_text(heard->alignment)) return other;
    }
    return std::nullopt;
  }

  // No word has a time; without decoding, unless the sound is drawn.
  bool measure_sound() {
    const auto source = open_sound();
    if (!source) return false;
    SampleSink* const meter = &peaks_;
    auto audio = draws_sound_ ? analyze_audio(*source, {&meter, 1}) : measure_audio(*source);
    if (!audio) return fail(audio.error(), sound_file_.string());
    timed_.alignment.duration = audio->duration;
    take(std::move(*audio));
    return true;
  }

  std::unique_ptr<ByteSource> open_sound() {
    auto path = locate_audio(page());
    if (!path) {
      fail(path.error(), page().declaring().name);
      return nullptr;
    }
    sound_file_ = std::move(*path);
    auto source = open_file_source(sound_file_);
    if (source) return std::move(*source);
    fail(source.error(), sound_file_.string());
    return nullptr;
  }

  // What is wrong with the sound, and with what the page declares of it. Marking an MP3 changes its
  // size.
  void take(AudioInfo audio) {
    append(diagnostics_, damage_diagnostics(audio, sound_file_.string()));
    auto declared = page().episode.mp3;
    if (marks_mp3_) declared.size.reset();
    append(diagnostics_, compare_declared(declared, audio, page().declaring()));
    timed_.sound = Sound{sound_file_, std::move(audio), std::move(peaks_).take()};
  }

  Captioner& captioner_;
  TimedPage timed_;
  RuleSet rules_;
  SpeechModels& models_;
  std::span<const fs::path> given_;
  ProgressSink tell_;
  bool marks_mp3_ = false;
  bool draws_sound_ = false;
  PeakMeter peaks_;
  bool shows_words_ = false;
  bool shows_chapters_ = false;
  fs::path sound_file_;
  std::vector<fs::path> model_files_;
  Diagnostics diagnostics_;
};

}  // namespace

struct Captioner::State {
  Configurations configurations;
  SpeechModels models;
  std::map<fs::path, std::string> texts;
  std::function<void(const fs::path&, const PageProgress&)> tell;
};

Captioner::Captioner() : state_(std::make_unique<State>()) {}

Captioner::~Captioner() = default;

void Captioner::give_text(const fs::path& file, std::string text) {
  state_->texts[file] = std::move(text);
}

Result<std::string> Captioner::read(const fs::path& file, std::size_t max_size) const {
  const auto text = state_->texts.find(file);
  if (text == state_->texts.end()) return read_file(file, max_size);
  if (text->second.size() <= max_size) return text->second;
  return tl::unexpected(Error{fmt::format("it has more than {} bytes", max_size), "too-large"});
}

void Captioner::on_progress(std::function<void(const fs::path&, const PageProgress&)> tell) {
  state_->tell = std::move(tell);
}

WithDiagnostics<std::optional<Settings>> Captioner::settings_for(const fs::path& page,
                                                                 const Settings& asked) {
  auto [config, diagnostics] = state_->configurations.find(page);
  if (!config) return {std::nullopt, std::move(diagnostics)};
  return {completed(asked, *config), std::move(diagnostics)};
}

WithDiagnostics<std::optional<EpisodePage>> Captioner::open(const fs::path& page,
                                                            const Settings& asked) {
  auto text = read(page, kMaxPageSize);
  if (!text) return {std::nullopt, {to_diagnostic(text.error(), page.string())}};
  return open_text(page, std::move(*text), asked);
}

WithDiagnostics<std::optional<EpisodePage>> Captioner::open_text(const fs::path& page,
                                                                 std::string text,
                                                                 const Settings& asked) {
  auto [settings, diagnostics] = settings_for(page, asked);
  if (!settings) return {std::nullopt, std::move(diagnostics)};
  auto [opened, found] = read_page(page, std::move(text), std::move(*settings));
  append(diagnostics, std::move(found));
  append(diagnostics, correct_page(*this, opened));
  auto& [path, source, episode, completed, has_errors, head, told, corrected, corrections] = opened;
  if (completed.language.empty()) {
    const bool is_said = episode.language_said || !completed.default_language.empty();
    append(diagnostics, settle_language(is_said, source, episode));
  } else {
    episode.language = canonical(completed.language);
    episode.language_understood = true;
  }
  append(diagnostics, beyond_limits(episode, source));
  has_errors = cmos::has_errors(diagnostics);
  told = diagnostics;
  return {std::move(opened), std::move(diagnostics)};
}

WithDiagnostics<std::optional<TimedPage>> Captioner::time(EpisodePage page,
                                                          std::span<const Format> formats,
                                                          RuleSet rules,
                                                          std::span<const fs::path> given) {
  if (page.has_errors) return {};
  ProgressSink tell;
  if (state_->tell) {
    tell = [this, path = page.path](const PageProgress& progress) { state_->tell(path, progress); };
  }
  return PageTimer(*this, std::move(page), formats, rules, state_->models, given, std::move(tell))
      .time();
}

}  // namespace cmos
