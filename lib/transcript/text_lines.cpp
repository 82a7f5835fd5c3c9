#include "transcript/text_lines.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include "base/ascii.h"
#include "episode/turn_grammar.h"
#include "transcript/clock.h"
#include "transcript/names.h"

namespace cmos::transcript {

namespace {

// A note such as "[crosstalk 00:06:51]" is no longer.
constexpr std::size_t kLongestNote = 60;

constexpr auto kTranscript = std::to_array<std::string_view>(
    {"transcript", "full transcript", "episode transcript", "transcription", "the transcript",
     "show transcript", "podcast transcript", "transkript", "transcripci\u00F3n"});

constexpr auto kOtherParts = std::to_array<std::string_view>(
    {"links", "show notes", "shownotes", "notes", "resources", "references", "credits", "footnotes",
     "about", "sponsors", "further reading", "chapters", "comments", "related", "see also"});

constexpr auto kCredits = std::to_array<std::string_view>(
    {"transcribed by", "transcript by", "transcription by", "transcript completed by",
     "transcript provided by", "transcription provided by", "transcripts by", "this transcript was",
     "this transcription was", "edited by", "translated by", "subtitles by", "subtitled by",
     "captions by", "captioned by", "copyright", "\u00A9"});

// The text of a heading or of a line, without mark-up and a colon.
std::string_view plain(std::string_view text) {
  const auto begin = text.find_first_not_of(" \t#*_");
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(" \t\r#*_:") + 1 - begin);
}

bool begins_with_address(std::string_view text) {
  text = page::trim(text);
  if (text.starts_with('<')) text.remove_prefix(1);
  return starts_with_ignoring_case(text, "http://") ||
         starts_with_ignoring_case(text, "https://") || starts_with_ignoring_case(text, "www.");
}

// One word that is an address.
bool is_address(std::string_view text) {
  text = page::trim(text);
  return begins_with_address(text) && text.find_first_of(" \t") == std::string_view::npos;
}

// What is left out of a line at `at`: a time in brackets, or the time in a note. Empty if nothing.
SourceSpan unspoken_time_at(std::string_view line, std::size_t at) {
  if (const auto clock = bracketed_clock_at(line, at)) return {at, clock->end};
  if (line[at] != '[') return {at, at};
  const auto close = line.substr(at, kLongestNote).find(']');
  if (close == std::string_view::npos) return {at, at};
  const auto note = line.substr(at, close);
  const auto blank = note.find_last_of(" \t");
  if (blank == std::string_view::npos) return {at, at};
  const auto clock = clock_at(line, at + blank + 1);
  return clock && clock->end == at + close ? SourceSpan{at + blank, at + close}
                                           : SourceSpan{at, at};
}

}  // namespace

SourceSpan transcript_part(std::string_view text) {
  SourceSpan part{0, text.size()};
  std::optional<int> level;
  bool is_first = true;
  for (std::size_t at = 0; at < text.size();) {
    const auto line = page::line_at(text, at);
    at = line.next;
    const auto heading = page::parse_heading(line.text);
    const auto title = plain(line.text);
    if (title.empty()) continue;
    if (!level && (heading || is_first) && is_one_of(kTranscript, title)) {
      part.begin = line.next;
      level = heading ? heading->level : 0;
    } else if (level && heading && heading->level <= std::max(*level, 1) &&
               is_one_of(kOtherParts, title)) {
      part.end = line.offset;
      break;
    }
    is_first = false;
  }
  return part;
}

std::vector<TextLine> survey_lines(std::string_view text, SourceSpan part) {
  std::vector<TextLine> lines;
  bool is_behind_blank = true;
  for (auto at = part.begin; at < part.end;) {
    TextLine line;
    line.line = page::line_at(text.substr(0, part.end), at);
    at = line.line.next;
    const auto content = line.line.text;
    auto& surveyed = line.surveyed;
    surveyed.is_blank = page::trim(content).empty() || is_rule(content);
    surveyed.begins_paragraph = is_behind_blank && !surveyed.is_blank;
    is_behind_blank = surveyed.is_blank;
    if (!surveyed.is_blank && !is_cue_time(content)) surveyed.head = parse_line_head(content);
    if (surveyed.head && page::parse_heading(content) &&
        surveyed.head->shape != HeadShape::name_stamp) {
      surveyed.head.reset();
    }
    if (surveyed.head) {
      surveyed.has_address_behind = begins_with_address(content.substr(surveyed.head->text));
    }
    lines.push_back(std::move(line));
  }
  return lines;
}

bool is_no_speech(std::string_view line) {
  const auto text = plain(line);
  if (is_cue_time(line) || is_address(text)) return true;
  if (std::ranges::any_of(kCredits,
                          [&](auto credit) { return starts_with_ignoring_case(text, credit); })) {
    return true;
  }
  const auto colon = text.find(": ");
  return colon != std::string_view::npos && is_address(text.substr(colon + 1)) &&
         count_words(text.substr(0, colon)) <= 4;
}

bool is_cue_time(std::string_view line) {
  return line.find("-->") != std::string_view::npos && clock_at(line, page::skip_blanks(line));
}

bool is_rule(std::string_view line) {
  std::string bare(line);
  std::erase(bare, '\\');
  return page::is_thematic_break(bare);
}

std::vector<SourceSpan> spoken_parts(std::string_view line, std::size_t begin) {
  std::vector<SourceSpan> parts;
  for (auto at = begin; at < line.size();) {
    const auto bracket = line.find_first_of("[(\\", at);
    if (bracket == std::string_view::npos) break;
    const auto [from, to] = unspoken_time_at(line, bracket);
    if (to > from) {
      if (from > begin) parts.push_back({begin, from});
      begin = to;
    }
    at = std::max(bracket + 1, to);
  }
  if (begin < line.size()) parts.push_back({begin, line.size()});
  return parts;
}

std::size_t count_letters(std::string_view text) {
  return static_cast<std::size_t>(
      std::ranges::count_if(text, [](char c) { return is_ascii_letter(c) || !is_ascii(c); }));
}

}  // namespace cmos::transcript
