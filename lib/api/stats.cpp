#include "cmos/stats.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

#include "base/atomic_file.h"
#include "caption/compose.h"
#include "caption/stats.h"
#include "format/srt.h"
#include "format/webvtt.h"

namespace cmos {

namespace {

namespace fs = std::filesystem;

// Captions of a day's speech are a few megabytes.
constexpr std::size_t kLargestFile = 100'000'000;

struct Captions {
  Cues cues;
  std::vector<SourcePosition> positions;  // Of the cues in a file; empty for a page.
  std::string language;
};

using FoundCaptions = WithDiagnostics<std::optional<Captions>>;

FoundCaptions read_captions(Captioner& captioner, const fs::path& file, const Settings& asked) {
  auto [settings, diagnostics] = captioner.settings_for(file, asked);
  if (!settings) return {std::nullopt, std::move(diagnostics)};
  const auto bytes = read_file(file, kLargestFile);
  if (!bytes) return {std::nullopt, {to_diagnostic(bytes.error(), file.string())}};
  auto read = file.extension() == ".srt" ? read_srt(*bytes, file.string())
                                         : read_webvtt(*bytes, file.string());
  std::string language = "en";
  for (const auto& said : {settings->default_language, settings->language}) {
    if (!said.empty()) language = said;
  }
  return {Captions{std::move(read.value.cues), std::move(read.value.positions), language},
          std::move(read.diagnostics)};
}

FoundCaptions make_captions(Captioner& captioner, const fs::path& file, const Settings& asked,
                            const Style& style) {
  auto [page, diagnostics] = captioner.open(file, asked);
  if (!page) return {std::nullopt, std::move(diagnostics)};
  auto [timed, more] = captioner.time(std::move(*page), std::array{Format::vtt});
  std::ranges::move(more, std::back_inserter(diagnostics));
  if (!timed) return {std::nullopt, std::move(diagnostics)};
  const auto& [opened, sound, alignment, inputs] = *timed;
  const CaptionOptions options{style, opened.settings.speaker_labels.value_or(SpeakerLabels::none),
                               opened.settings.unspoken.value_or(Unspoken::hide)};
  return {
      Captions{compose_captions(opened.episode, alignment, options), {}, opened.episode.language},
      std::move(diagnostics)};
}

}  // namespace

WithDiagnostics<std::optional<StatsReport>> measure_file(Captioner& captioner, const fs::path& file,
                                                         const Settings& asked, const Style& style,
                                                         std::size_t worst) {
  const bool is_captions_file = file.extension() == ".vtt" || file.extension() == ".srt";
  auto [captions, diagnostics] = is_captions_file ? read_captions(captioner, file, asked)
                                                  : make_captions(captioner, file, asked, style);
  if (!captions) return {std::nullopt, std::move(diagnostics)};
  auto stats = measure_captions(captions->cues, style, captions->language, worst);
  return {StatsReport{file.string(), std::move(captions->cues), std::move(captions->positions),
                      std::move(stats)},
          std::move(diagnostics)};
}

}  // namespace cmos
