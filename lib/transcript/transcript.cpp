#include "transcript/transcript.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <set>
#include <utility>

#include "base/diagnostic_collector.h"
#include "episode/declared_metadata.h"
#include "episode/episode.h"
#include "episode/front_matter.h"
#include "episode/markup.h"
#include "episode/page_bytes.h"
#include "transcript/cue_form.h"
#include "transcript/draft.h"
#include "transcript/html_form.h"
#include "transcript/json_form.h"
#include "transcript/nist_form.h"
#include "transcript/recognise.h"
#include "transcript/table_form.h"
#include "transcript/text_form.h"
#include "transcript/text_lines.h"
#include "transcript/textgrid_form.h"
#include "transcript/xml_form.h"

namespace cmos {

namespace {

using transcript::Draft;

// A Markdown file with fewer letters and no conversation is a page without a transcript.
constexpr std::size_t kFewestLetters = 2000;

constexpr auto kPeople = std::to_array<std::string_view>(
    {"speakers", "hosts", "guests", "host", "guest", "contributors", "participants"});

bool is_markdown(const Page& file) {
  const auto extension = std::filesystem::path(file.name).extension();
  return extension == ".md" || extension == ".markdown" || extension == ".mdx";
}

std::set<std::string, std::less<>> declared_people(const page::Entries& entries) {
  std::set<std::string, std::less<>> people;
  for (const auto key : kPeople) {
    const auto entry = entries.find(key);
    if (entry == entries.end()) continue;
    if (entry->second.is_scalar) people.insert(entry->second.value);
    people.insert(entry->second.items.begin(), entry->second.items.end());
  }
  return people;
}

// Text, perhaps with front matter; nothing if it is a page without a transcript.
class TextFile {
 public:
  TextFile(const Page& file, std::string_view text, DiagnosticCollector& diagnostics)
      : file_(file), diagnostics_(diagnostics) {
    const auto begin = page::skip_byte_order_mark(text);
    front_matter_ = page::find_front_matter(text, begin, diagnostics);
    if (front_matter_) {
      entries_ = page::collect_entries(page::read_front_matter(text, *front_matter_, diagnostics),
                                       diagnostics);
    }
    const auto markup =
        page::read_markup(text, front_matter_ ? front_matter_->body : begin, diagnostics);
    body_ = page::shown_text(text, markup);
    people_ = declared_people(entries_);
  }

  bool is_page() const {
    if (!front_matter_ && !is_markdown(file_)) return false;
    const std::string_view body = body_.text();
    const auto [begin, end] = transcript::transcript_part(body);
    return !transcript::looks_like_dialogue(body_, people_) &&
           transcript::count_letters(body.substr(begin, end - begin)) < kFewestLetters;
  }

  Draft read(Episode& episode) && {
    if (front_matter_) {
      page::read_declared_metadata(entries_, std::nullopt, episode, diagnostics_);
    }
    return transcript::read_text(std::move(body_), people_, diagnostics_);
  }

 private:
  const Page& file_;
  DiagnosticCollector& diagnostics_;
  std::optional<page::FrontMatter> front_matter_;
  page::Entries entries_;
  page::MappedText body_;
  std::set<std::string, std::less<>> people_;
};

Draft read_form(TranscriptFormat format, std::string_view file, DiagnosticCollector& diagnostics) {
  const auto begin = page::skip_byte_order_mark(file);
  switch (format) {
    case TranscriptFormat::srt:
    case TranscriptFormat::vtt:
    case TranscriptFormat::sbv:
      return transcript::read_cues(file, begin, diagnostics);
    case TranscriptFormat::table:
      return transcript::read_table(file, begin, diagnostics);
    case TranscriptFormat::labels:
      return transcript::read_labels(file, begin, diagnostics);
    case TranscriptFormat::stm:
      return transcript::read_stm(file, begin, diagnostics);
    case TranscriptFormat::ctm:
      return transcript::read_ctm(file, begin, diagnostics);
    case TranscriptFormat::json:
      return transcript::read_json(file, begin, diagnostics);
    case TranscriptFormat::ttml:
      return transcript::read_ttml(file, begin, diagnostics);
    case TranscriptFormat::trs:
      return transcript::read_trs(file, begin, diagnostics);
    case TranscriptFormat::html:
      return transcript::read_html(file, begin);
    case TranscriptFormat::textgrid:
      return transcript::read_textgrid(file, begin, diagnostics);
    case TranscriptFormat::page:
    case TranscriptFormat::text:
      break;
  }
  return {};
}

}  // namespace

WithDiagnostics<Episode> read_transcript(const Page& file, std::optional<TranscriptFormat> asked,
                                         const std::string& default_language) {
  if (asked == TranscriptFormat::page) return parse_episode(file, default_language);
  Episode episode;
  episode.language = default_language;
  episode.title = std::filesystem::path(file.name).stem().string();
  DiagnosticCollector diagnostics(file);
  const auto text = page::readable_page(file.text, diagnostics);
  if (!text) return {std::move(episode), std::move(diagnostics).in_page_order()};
  const auto format =
      asked.value_or(transcript::recognise(*text, page::skip_byte_order_mark(*text)));
  if (format == TranscriptFormat::page) return parse_episode(file, default_language);
  episode.form = format;
  Draft draft;
  if (format == TranscriptFormat::text) {
    TextFile text_file(file, *text, diagnostics);
    if (!asked && text_file.is_page()) return parse_episode(file, default_language);
    draft = std::move(text_file).read(episode);
  } else {
    draft = read_form(format, *text, diagnostics);
  }
  transcript::compose(draft, episode, diagnostics);
  auto found = std::move(diagnostics).in_page_order();
  if (episode.turns.empty() && !has_errors(found)) {
    found.push_back(
        make_diagnostic("transcript-empty", file.name, SourcePosition{},
                        "the transcript, read as " + std::string(transcript_format_name(format)) +
                            ", has no speech; say what it is with --transcript-format"));
  }
  return {std::move(episode), std::move(found)};
}

}  // namespace cmos
