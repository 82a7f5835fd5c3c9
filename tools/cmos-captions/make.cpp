#include "make.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <ostream>

#include "align/silence_aligner.h"
#include "base/atomic_file.h"
#include "base/time.h"
#include "episode/episode.h"
#include "exit_code.h"
#include "media/audio.h"
#include "output_formats.h"
#include "reporter.h"

namespace cmos {

namespace {

namespace fs = std::filesystem;

// Words are placed between pauses this short; docs/alignment.md has the figures.
constexpr AnalysisOptions kShortPauses{Time{100}};

struct Output {
  const OutputFormat* format;
  fs::path path;  // Empty: the standard output.
};

fs::path beside(const fs::path& page, const fs::path& folder, const OutputFormat& format) {
  auto name = page.stem();
  name += format.suffix;
  return (folder.empty() ? page.parent_path() : folder) / name;
}

// What goes where for one page, or why the command line makes no sense.
Result<std::vector<Output>> plan_outputs(const MakeOptions& options, const fs::path& page) {
  const auto wrong_use = [](std::string message) {
    return tl::unexpected(Error{std::move(message), "usage"});
  };
  std::vector<const OutputFormat*> formats;
  for (const auto& name : options.formats) {
    const auto* format = find_format(name);
    if (format == nullptr) return wrong_use(fmt::format("there is no format \"{}\"", name));
    if (std::ranges::find(formats, format) == formats.end()) formats.push_back(format);
  }
  if (options.output.empty()) {
    if (formats.empty()) formats.push_back(find_format("vtt"));
    std::vector<Output> outputs;
    outputs.reserve(formats.size());
    for (const auto* format : formats)
      outputs.push_back({format, beside(page, options.output_folder, *format)});
    return outputs;
  }
  if (formats.size() > 1) return wrong_use("-o takes one format");
  if (options.output == "-")
    return std::vector{Output{formats.empty() ? find_format("vtt") : formats[0], {}}};
  const auto* by_suffix = format_of(options.output);
  if (by_suffix == nullptr && formats.empty()) {
    return wrong_use(
        fmt::format("the suffix of {} is of no known format: say which with -f", options.output));
  }
  if (by_suffix != nullptr && !formats.empty() && by_suffix != formats[0]) {
    return wrong_use(fmt::format("{} is a name for {}, but -f says {}", options.output,
                                 by_suffix->name, formats[0]->name));
  }
  return std::vector{Output{by_suffix != nullptr ? by_suffix : formats[0], options.output}};
}

// The plan of every page. Two outputs of one name would overwrite each other.
Result<std::vector<std::vector<Output>>> plan_all(const MakeOptions& options) {
  if (!options.output.empty() && options.pages.size() > 1) {
    return tl::unexpected(Error{"-o takes one page; use -d for several", "usage"});
  }
  std::vector<std::vector<Output>> plans;
  std::map<fs::path, fs::path> taken;
  for (const auto& page : options.pages) {
    auto plan = plan_outputs(options, page);
    if (!plan) return tl::unexpected(plan.error());
    for (const auto& output : *plan) {
      if (output.path.empty()) continue;
      const auto [other, is_new] = taken.emplace(output.path.lexically_normal(), page);
      if (!is_new) {
        return tl::unexpected(
            Error{fmt::format("{} and {} would both become {}", other->second.string(),
                              page.string(), output.path.string()),
                  "usage"});
      }
    }
    plans.push_back(std::move(*plan));
  }
  return plans;
}

void compare_with_claims(const Episode& episode, const AudioInfo& audio, const LineTable& lines,
                         const std::string& file, Reporter& reporter) {
  const auto& claimed = episode.mp3;
  if (claimed.size && claimed.size->value != audio.size) {
    reporter.report(
        {Severity::warning, file, lines.position(claimed.size->source.begin),
         fmt::format("size is {}, but the MP3 has {} bytes", claimed.size->value, audio.size),
         "mp3-size"});
  }
  if (claimed.duration &&
      std::chrono::abs(claimed.duration->value - audio.duration) > std::chrono::seconds(1)) {
    reporter.report(
        {Severity::warning, file, lines.position(claimed.duration->source.begin),
         fmt::format("time is {}, but the MP3 lasts {}", format_clock(claimed.duration->value),
                     format_clock(audio.duration)),
         "mp3-time"});
  }
}

// The sound's outline; nothing if it failed, which is reported.
std::optional<SoundOutline> hear(const MakeOptions& options, const fs::path& page,
                                 const Episode& episode, const LineTable& lines,
                                 Reporter& reporter) {
  const auto mp3 = locate_mp3(page, lines, episode.mp3, options.mp3);
  if (!mp3) {
    reporter.report(to_diagnostic(mp3.error(), page.string()));
    return std::nullopt;
  }
  const auto source = open_file_source(*mp3);
  const auto audio =
      source ? analyze_audio(**source, {}, kShortPauses) : tl::unexpected(source.error());
  if (!audio) {
    reporter.report(to_diagnostic(audio.error(), mp3->string()));
    return std::nullopt;
  }
  reporter.report(damage_findings(*audio, mp3->string()));
  compare_with_claims(episode, *audio, lines, page.string(), reporter);
  return SoundOutline{audio->duration, audio->silences};
}

bool write_outputs(const std::vector<Output>& outputs, const Product& product, std::ostream& out,
                   Reporter& reporter) {
  bool all_written = true;
  for (const auto& output : outputs) {
    const auto content = output.format->render(product);
    if (output.path.empty()) {
      out << content << std::flush;
      if (!out)
        reporter.report({Severity::error, "-", std::nullopt, "writing failed", "write-failed"});
      all_written = all_written && out.good();
    } else if (const auto result = replace_file(output.path, content); !result) {
      reporter.report(to_diagnostic(result.error(), output.path.string()));
      all_written = false;
    }
  }
  return all_written;
}

bool make_page(const MakeOptions& options, const fs::path& page, const std::vector<Output>& outputs,
               std::ostream& out, std::ostream& err) {
  Reporter reporter(err, options.quiet);
  const auto name = page.string();
  const auto content = read_file(page, kMaxPageSize);
  if (!content) {
    reporter.report(to_diagnostic(content.error(), name));
    return false;
  }
  const auto [episode, findings] = parse_episode(*content, name);
  reporter.report(findings);
  if (reporter.has_errors()) return false;

  const LineTable lines(*content);
  std::optional<SoundOutline> sound;
  if (options.no_audio) {
    reporter.report(
        {Severity::warning, name, std::nullopt,
         "the times come from the stamps alone, without the sound: words may be far off",
         "no-audio"});
  } else {
    sound = hear(options, page, episode, lines, reporter);
    if (!sound) return false;
  }
  const auto alignment = align_by_silence(episode, sound, *content, name);
  reporter.report(alignment.findings);
  return write_outputs(outputs, {episode, alignment}, out, reporter);
}

}  // namespace

int run_make(const MakeOptions& options, std::ostream& out, std::ostream& err) {
  const auto plans = plan_all(options);
  if (!plans) {
    err << "cmos-captions: error: " << plans.error().message << " [" << plans.error().rule << "]\n";
    return kWrongUse;
  }
  std::size_t failed = 0;
  for (std::size_t i = 0; i < options.pages.size(); ++i) {
    if (!make_page(options, options.pages[i], (*plans)[i], out, err)) ++failed;
  }
  if (failed == 0) return kSuccess;
  return options.pages.size() == 1 ? kPageFailed : kSomeFailed;
}

}  // namespace cmos
