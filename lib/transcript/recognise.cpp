#include "transcript/recognise.h"

#include <algorithm>
#include <optional>

#include "base/ascii.h"
#include "episode/front_matter.h"
#include "episode/lines.h"
#include "transcript/cue_file.h"
#include "transcript/json_form.h"
#include "transcript/nist_form.h"
#include "transcript/table_form.h"
#include "transcript/text_lines.h"

namespace cmos::transcript {

namespace {

// XML and HTML say in this many bytes what they are.
constexpr std::size_t kHead = 4096;

// Enough lines to tell columns by.
constexpr std::size_t kFewestRows = 2;

template <typename Function>
void for_each_line(std::string_view file, std::size_t begin, Function function) {
  while (begin < file.size()) {
    const auto line = page::line_at(file, begin);
    begin = line.next;
    if (!page::trim(line.text).empty() && !function(line.text)) return;
  }
}

bool is_page(std::string_view file, std::size_t begin) {
  bool found = false;
  for_each_line(file, begin, [&](std::string_view line) {
    found = equal_ignoring_case(page::trim(line), "[transcript]");
    return !found;
  });
  return found || file.substr(begin).starts_with('=');
}

std::optional<TranscriptFormat> recognise_cues(std::string_view file, std::size_t begin) {
  std::size_t times = 0;
  std::size_t lines = 0;
  bool is_sbv = false;
  bool has_comma = false;
  bool begins = false;
  for_each_line(file, begin, [&](std::string_view line) {
    ++lines;
    const bool is_broken = is_cue_time(line) && !parse_cue_times(line);
    begins = begins || (is_broken && lines <= 2);
    if (!parse_cue_times(line)) return true;
    is_sbv = line.find("-->") == std::string_view::npos;
    has_comma = has_comma || line.find(',') != std::string_view::npos;
    begins = begins || lines <= 2;
    return ++times < kFewestRows;
  });
  if (times < kFewestRows && !begins) return std::nullopt;
  if (is_sbv) return TranscriptFormat::sbv;
  return has_comma ? TranscriptFormat::srt : TranscriptFormat::vtt;
}

// JSON with text behind it is the head of a page, unless it holds the speech itself.
bool is_json(std::string_view text) {
  if (const auto end = page::end_of_json(text, 0); end && text[0] == '{') {
    const auto behind = text.find_first_not_of(" \t\r\n,", *end);
    if (behind != std::string_view::npos && text[behind] != '{')
      return is_json_transcript(text.substr(0, *end));
  }
  const auto second = text.find_first_not_of(" \t\r\n", 1);
  if (second == std::string_view::npos) return text.size() > 1;
  if (text[0] == '[') return text[second] == '{' || text[second] == ']';
  return text[0] == '{' && (text[second] == '"' || text[second] == '}');
}

bool has_tag(std::string_view text, std::string_view name) {
  for (auto at = text.find(name); at != std::string_view::npos; at = text.find(name, at + 1)) {
    const auto end = at + name.size();
    const bool is_whole = end < text.size() &&
                          std::string_view(" \t\r\n/>").find(text[end]) != std::string_view::npos;
    if (is_whole && at > 0 && (text[at - 1] == '<' || text[at - 1] == ':')) return true;
  }
  return false;
}

std::optional<TranscriptFormat> recognise_markup(std::string_view text) {
  if (!text.starts_with('<')) return std::nullopt;
  const auto head = text.substr(0, kHead);
  if (has_tag(head, "tt")) return TranscriptFormat::ttml;
  if (has_tag(head, "Trans")) return TranscriptFormat::trs;
  const bool is_document =
      starts_with_ignoring_case(text, "<!doctype html") || has_tag(head, "html");
  const bool is_cited = (has_tag(head, "cite") || has_tag(head, "time")) && has_tag(head, "p");
  return is_document || is_cited ? std::optional(TranscriptFormat::html) : std::nullopt;
}

template <typename Predicate>
bool all_lines(std::string_view file, std::size_t begin, Predicate predicate) {
  std::size_t rows = 0;
  std::size_t others = 0;
  for_each_line(file, begin, [&](std::string_view line) {
    if (line.starts_with(";;")) return true;
    ++(predicate(line) ? rows : others);
    return others * 10 <= rows + 10;
  });
  return rows >= kFewestRows && others * 10 <= rows;
}

std::optional<TranscriptFormat> recognise_columns(std::string_view file, std::size_t begin) {
  if (is_table_title(page::line_at(file, begin).text)) return TranscriptFormat::table;
  if (all_lines(file, begin, is_label_line)) return TranscriptFormat::labels;
  if (all_lines(file, begin, is_stm_line)) return TranscriptFormat::stm;
  if (all_lines(file, begin, is_ctm_line)) return TranscriptFormat::ctm;
  return std::nullopt;
}

}  // namespace

TranscriptFormat recognise(std::string_view file, std::size_t begin) {
  begin = std::min(file.find_first_not_of(" \t\r\n", begin), file.size());
  const auto text = file.substr(begin);
  if (is_page(file, begin)) return TranscriptFormat::page;
  if (text.starts_with("WEBVTT")) return TranscriptFormat::vtt;
  if (is_json(text)) return TranscriptFormat::json;
  if (const auto markup = recognise_markup(text)) return *markup;
  if (const auto cues = recognise_cues(file, begin)) return *cues;
  if (text.substr(0, text.find('\n')).find("ooTextFile") != std::string_view::npos)
    return TranscriptFormat::textgrid;
  if (const auto columns = recognise_columns(file, begin)) return *columns;
  return TranscriptFormat::text;
}

}  // namespace cmos::transcript
