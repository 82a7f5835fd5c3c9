#include "cmos/stats.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

#include "base/ascii.h"
#include "base/unicode.h"
#include "caption/compose.h"
#include "caption/stats.h"
#include "format/srt.h"
#include "format/webvtt.h"
#include "language/likely_language.h"
#include "transcript/recognise.h"

namespace cmos {

namespace {

namespace fs = std::filesystem;

// Captions of a day's speech are a few megabytes.
constexpr std::size_t kLargestFile = 100'000'000;

struct Captions {
  ReadCaptions read;  // Without positions for a page.
  std::string language;
  CaptionsSource source = CaptionsSource::page;
};

using FoundCaptions = WithDiagnostics<std::optional<Captions>>;

bool begins_as_webvtt(std::string_view text) {
  constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
  constexpr std::string_view kSignature = "WEBVTT";
  if (text.starts_with(kByteOrderMark)) text.remove_prefix(kByteOrderMark.size());
  if (!text.starts_with(kSignature)) return false;
  text.remove_prefix(kSignature.size());
  return text.empty() || std::string_view(" \t\r\n").find(text[0]) != std::string_view::npos;
}

// The text with a question mark for each byte that is not UTF-8.
std::string valid(std::string text) {
  std::size_t begin = 0;
  while (const auto bad = find_invalid_utf8(std::string_view(text).substr(begin))) {
    begin += *bad;
    text[begin++] = '?';
  }
  return text;
}

CaptionsSource source_of(TranscriptFormat form) {
  if (form == TranscriptFormat::vtt) return CaptionsSource::webvtt;
  return form == TranscriptFormat::srt ? CaptionsSource::subrip : CaptionsSource::page;
}

CaptionsSource source_of(const fs::path& file, const std::string& bytes, const Settings& settings) {
  if (settings.transcript_format) return source_of(*settings.transcript_format);
  const auto text = from_utf16(bytes).value_or(bytes);
  if (begins_as_webvtt(text)) return CaptionsSource::webvtt;
  auto suffix = file.extension().string();
  std::ranges::transform(suffix, suffix.begin(), to_lower);
  if (suffix == ".vtt") return CaptionsSource::webvtt;
  if (suffix == ".srt") return CaptionsSource::subrip;
  const auto begin = text.find_first_not_of(" \t\r\n");
  if (begin == std::string::npos) return CaptionsSource::page;
  return source_of(transcript::recognise(valid(text), begin));
}

// As configured or asked for, or as the words tell.
std::string language_of(const Cues& cues, const Settings& settings) {
  for (const auto& said : {settings.language, settings.default_language}) {
    if (!said.empty()) return said;
  }
  std::vector<std::string> words;
  for (const auto& cue : cues) {
    for (const auto& line : cue.lines) {
      for (std::size_t begin = 0; begin < line.text.size();) {
        const auto end = std::min(line.text.find(' ', begin), line.text.size());
        if (end > begin) words.push_back(line.text.substr(begin, end - begin));
        begin = end + 1;
      }
    }
  }
  const auto likely = likely_language(words);
  return likely.empty() ? "en" : std::string(likely);
}

FoundCaptions read_captions(const fs::path& file, const std::string& bytes, CaptionsSource source,
                            const Settings& settings) {
  auto [read, diagnostics] = source == CaptionsSource::subrip ? read_srt(bytes, file.string())
                                                              : read_webvtt(bytes, file.string());
  auto language = language_of(read.cues, settings);
  return {Captions{std::move(read), std::move(language), source}, std::move(diagnostics)};
}

FoundCaptions make_captions(Captioner& captioner, const fs::path& file, const Settings& asked) {
  auto [page, diagnostics] = captioner.open(file, asked);
  if (!page) return {std::nullopt, std::move(diagnostics)};
  auto [timed, more] = captioner.time(std::move(*page), std::array{Format::vtt});
  std::ranges::move(more, std::back_inserter(diagnostics));
  if (!timed) return {std::nullopt, std::move(diagnostics)};
  auto language = timed->page.episode.language;
  Products products(std::move(*timed));
  return {Captions{{products.captions(Format::vtt), {}}, std::move(language)},
          std::move(diagnostics)};
}

FoundCaptions find_captions(Captioner& captioner, const fs::path& file, const Settings& settings,
                            const Settings& asked) {
  const auto bytes = captioner.read(file, kLargestFile);
  if (!bytes) return {std::nullopt, {to_diagnostic(bytes.error(), file.string())}};
  const auto source = source_of(file, *bytes, settings);
  return source == CaptionsSource::page ? make_captions(captioner, file, asked)
                                        : read_captions(file, *bytes, source, settings);
}

}  // namespace

WithDiagnostics<std::optional<StatsReport>> measure_file(Captioner& captioner, const fs::path& file,
                                                         const Settings& asked, std::size_t worst) {
  auto [settings, unusable] = captioner.settings_for(file, asked);
  if (!settings) return {std::nullopt, std::move(unusable)};
  auto [captions, diagnostics] = find_captions(captioner, file, *settings, asked);
  if (!captions) return {std::nullopt, std::move(diagnostics)};
  auto& [read, language, source] = *captions;
  const auto style = choose_style(settings->style, language);
  if (!style) return {std::nullopt, {to_diagnostic(style.error(), file.string())}};
  auto stats = measure_captions(read.cues, *style, language, worst);
  return {StatsReport{file.string(), std::move(read.cues), std::move(read.positions),
                      std::move(stats), source, std::move(language), *style},
          std::move(diagnostics)};
}

}  // namespace cmos
