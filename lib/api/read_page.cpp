#include "api/read_page.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <optional>
#include <system_error>
#include <utility>

#include "api/locate_audio.h"
#include "base/atomic_file.h"
#include "cmos/language_tag.h"
#include "episode/episode.h"
#include "transcript/docx_text.h"
#include "transcript/transcript.h"

namespace cmos {

namespace {

namespace fs = std::filesystem;

std::string default_language(const Settings& settings) {
  const auto& configured = settings.default_language;
  return configured.empty() ? "en" : canonical_language_tag(configured).value_or(configured);
}

// A file's path as somebody would write it who has named the page so.
fs::path as_from_page(const fs::path& file, const fs::path& page) {
  if (page.is_absolute() || !file.is_absolute()) return file.lexically_normal();
  std::error_code ignored;
  const auto folder = fs::absolute(page, ignored).lexically_normal().parent_path();
  return (page.parent_path() / file.lexically_relative(folder)).lexically_normal();
}

std::optional<fs::path> find_transcript(const EpisodePage& page) {
  const auto& named = page.episode.transcript_file;
  const bool has_own = page.episode.form == TranscriptFormat::page && !page.episode.turns.empty();
  if (!named || has_own) return std::nullopt;
  std::error_code ignored;
  for (const auto& place : places_of(named->value, page.path, page.settings)) {
    const bool is_other = !fs::equivalent(place, page.path, ignored);
    if (is_other && fs::is_regular_file(place, ignored)) return as_from_page(place, page.path);
  }
  return std::nullopt;
}

// What is said, from the transcript; all else from the page that names it.
Episode joined(Episode head, Episode spoken) {
  head.form = spoken.form;
  head.speakers = std::move(spoken.speakers);
  head.turns = std::move(spoken.turns);
  head.words = std::move(spoken.words);
  head.links = std::move(spoken.links);
  head.headings = std::move(spoken.headings);
  head.code = std::move(spoken.code);
  if (spoken.language_said && !head.language_said) {
    head.language = std::move(spoken.language);
    head.language_said = true;
  }
  return head;
}

// What a file says: of a Word document its text, of any other all of it.
Page page_of(std::string name, std::string bytes) {
  auto text = transcript::docx_text(bytes);
  return {std::move(name), text ? std::move(*text) : std::move(bytes)};
}

WithDiagnostics<EpisodePage> with_transcript(EpisodePage page, const fs::path& file,
                                             std::string text) {
  const auto language = default_language(page.settings);
  auto [head, diagnostics] = parse_head(page.page, language);
  auto source = page_of(file.string(), std::move(text));
  auto [spoken, found] = read_transcript(source, page.settings.transcript_format, language);
  std::ranges::move(found, std::back_inserter(diagnostics));
  page.head = std::exchange(page.page, std::move(source));
  page.episode = joined(std::move(head), std::move(spoken));
  return {std::move(page), std::move(diagnostics)};
}

}  // namespace

WithDiagnostics<EpisodePage> read_page(const fs::path& path, std::string text, Settings settings) {
  EpisodePage page{path, page_of(path.string(), std::move(text)), {}, std::move(settings)};
  auto [episode, diagnostics] =
      read_transcript(page.page, page.settings.transcript_format, default_language(page.settings));
  page.episode = std::move(episode);
  if (const auto file = find_transcript(page)) {
    auto content = read_file(*file, kMaxPageSize);
    if (content) return with_transcript(std::move(page), *file, std::move(*content));
    diagnostics.push_back(to_diagnostic(content.error(), file->string()));
  } else if (page.episode.turns.empty() && page.episode.transcript_file) {
    const auto& [name, source] = *page.episode.transcript_file;
    diagnostics.push_back(make_diagnostic(
        "transcript-file-missing", page.page.name, page.page.lines.position(source.begin),
        fmt::format("the transcript {} is not here; put it beside the page", name)));
  }
  return {std::move(page), std::move(diagnostics)};
}

}  // namespace cmos
