#include "stats.h"

#include <utility>

#include "base/atomic_file.h"
#include "base/diagnostic.h"
#include "exit_code.h"
#include "format/read_captions.h"
#include "format/srt.h"
#include "format/stats_report.h"
#include "format/webvtt.h"
#include "page_configs.h"
#include "reporter.h"

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

bool is_captions_file(const fs::path& path) {
  return path.extension() == ".vtt" || path.extension() == ".srt";
}

std::optional<Captions> read_captions(const fs::path& path, const std::string& language,
                                      Reporter& reporter) {
  const auto bytes = read_file(path, kLargestFile);
  if (!bytes) {
    reporter.report(to_diagnostic(bytes.error(), path.string()));
    return std::nullopt;
  }
  auto read = path.extension() == ".srt" ? read_srt(*bytes, path.string())
                                         : read_webvtt(*bytes, path.string());
  reporter.report(read.diagnostics);
  return Captions{std::move(read.value.cues), std::move(read.value.positions), language};
}

std::optional<Captions> make_captions(const fs::path& path, const StatsOptions& options,
                                      const Config& config, const Style& style,
                                      SpeechModels& models, Reporter& reporter) {
  auto page = load_page(path, config, options.timing.language, reporter);
  if (!page) return std::nullopt;
  const auto timed =
      time_page(std::move(*page), with_config(options.timing, config), models, reporter);
  if (!timed) return std::nullopt;
  const auto labels = options.labels.value_or(config.speaker_labels.value_or(SpeakerLabels::none));
  return Captions{compose_captions(timed->page.episode, timed->alignment, {style, labels}),
                  {},
                  timed->page.episode.language};
}

// The style of all files.
Result<Style> common_style(const StatsOptions& options, const std::vector<Config>& configs) {
  auto style = choose_style(configs.front().style, options.style);
  for (const auto& config : configs) {
    const auto other = choose_style(config.style, options.style);
    if (!style || (other && *other == *style)) continue;
    return tl::unexpected(
        Error{"the files' configurations want different styles; measure them one by one", "usage"});
  }
  return style;
}

}  // namespace

int run_stats(const StatsOptions& options, std::ostream& out, std::ostream& err) {
  const auto configs = read_page_configs(options.files, err);
  if (!configs) return kWrongUse;
  const auto style = common_style(options, *configs);
  if (!style) return wrong_use(style.error(), err);

  Reporter reporter(err, false);
  SpeechModels models;
  std::vector<StatsReport> reports;
  for (std::size_t i = 0; i < options.files.size(); ++i) {
    const auto& path = options.files[i];
    const auto& config = (*configs)[i];
    const auto& asked = options.timing.language;
    const auto language = asked.empty() ? config.language.value_or("en") : asked;
    auto captions = is_captions_file(path)
                        ? read_captions(path, language, reporter)
                        : make_captions(path, options, config, *style, models, reporter);
    if (!captions) continue;
    auto stats = measure_captions(captions->cues, *style, captions->language, options.worst);
    reports.push_back({path.string(), std::move(captions->cues), std::move(captions->positions),
                       std::move(stats)});
  }
  if (!reports.empty()) {
    out << (options.json ? write_stats_json(reports, *style) : write_stats_table(reports, *style));
  }
  if (reports.size() == options.files.size()) return kSuccess;
  return options.files.size() == 1 ? kPageFailed : kSomeFailed;
}

}  // namespace cmos
