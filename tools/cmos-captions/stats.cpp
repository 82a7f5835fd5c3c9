#include "stats.h"

#include <fmt/format.h>

#include <utility>

#include "base/atomic_file.h"
#include "base/diagnostic.h"
#include "caption/line_end.h"
#include "exit_code.h"
#include "format/srt.h"
#include "format/stats_report.h"
#include "format/webvtt.h"

namespace cmos {

namespace {

// Captions of a day's speech are a few megabytes.
constexpr std::size_t kLargestFile = 100'000'000;

bool is_captions_file(const std::filesystem::path& path) {
  return path.extension() == ".vtt" || path.extension() == ".srt";
}

Result<ReadCaptions> read(const std::filesystem::path& path, const StatsOptions& options) {
  if (!is_captions_file(path)) return options.captions_of_page(path);
  const auto bytes = read_file(path, kLargestFile);
  if (!bytes) return tl::unexpected(bytes.error());
  return path.extension() == ".srt" ? read_srt(*bytes, path.string())
                                    : read_webvtt(*bytes, path.string());
}

}  // namespace

int run_stats(const StatsOptions& options, std::ostream& out, std::ostream& err) {
  for (const auto& path : options.files) {
    if (is_captions_file(path) || options.captions_of_page) continue;
    const Error error{"captions are read from .vtt and .srt files", "wrong-use"};
    err << to_string(to_diagnostic(error, path.string())) << '\n';
    return kWrongUse;
  }
  std::vector<StatsReport> reports;
  for (const auto& path : options.files) {
    auto captions = read(path, options);
    if (!captions) {
      err << to_string(to_diagnostic(captions.error(), path.string())) << '\n';
      continue;
    }
    for (const auto& finding : captions->findings) err << to_string(finding) << '\n';
    auto stats = measure_captions(captions->cues, options.style, is_english(options.language),
                                  options.worst);
    reports.push_back({path.string(), std::move(captions->cues), std::move(captions->positions),
                       std::move(stats)});
  }
  if (!reports.empty()) {
    out << (options.json ? write_stats_json(reports, options.style)
                         : write_stats_table(reports, options.style));
  }
  if (reports.size() == options.files.size()) return kSuccess;
  return options.files.size() == 1 ? kPageFailed : kSomeFailed;
}

}  // namespace cmos
