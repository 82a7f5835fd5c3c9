#include "page_work.h"

#include <fmt/format.h>

#include <utility>

#include "align/silence_aligner.h"
#include "base/atomic_file.h"
#include "base/time.h"

namespace cmos {

namespace {

// Words are placed between pauses this short; docs/alignment.md has the figures.
constexpr AnalysisOptions kShortPauses{Time{100}};

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

std::optional<Sound> hear(const Page& page, const Mp3Search& search, Reporter& reporter) {
  const auto mp3 = locate_mp3(page.path, page.lines, page.episode.mp3, search);
  if (!mp3) {
    reporter.report(to_diagnostic(mp3.error(), page.path.string()));
    return std::nullopt;
  }
  const auto source = open_file_source(*mp3);
  auto audio = source ? analyze_audio(**source, {}, kShortPauses) : tl::unexpected(source.error());
  if (!audio) {
    reporter.report(to_diagnostic(audio.error(), mp3->string()));
    return std::nullopt;
  }
  reporter.report(damage_findings(*audio, mp3->string()));
  compare_with_claims(page, *audio, reporter);
  return Sound{*mp3, std::move(*audio)};
}

}  // namespace

TimingOptions with_config(TimingOptions options, const Config& config) {
  auto& roots = options.mp3.media_roots;
  roots.insert(roots.end(), config.media_roots.begin(), config.media_roots.end());
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
  const auto name = page.path.string();
  std::optional<Sound> sound;
  std::optional<SoundOutline> outline;
  if (options.no_audio) {
    reporter.report(
        {Severity::warning, name, std::nullopt,
         "the times come from the stamps alone, without the sound: words may be far off",
         "no-audio"});
  } else {
    sound = hear(page, options.mp3, reporter);
    if (!sound) return std::nullopt;
    outline = SoundOutline{sound->info.duration, sound->info.silences};
  }
  auto alignment = align_by_silence(page.episode, outline, page.text, name);
  reporter.report(alignment.findings);
  return TimedPage{std::move(page), std::move(sound), std::move(alignment)};
}

}  // namespace cmos
