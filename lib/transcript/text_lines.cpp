#include "transcript/text_lines.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <string>
#include <utility>

#include "base/ascii.h"
#include "episode/turn_grammar.h"
#include "transcript/clock.h"
#include "transcript/names.h"

namespace cmos::transcript {

namespace {

// A note such as "[crosstalk 00:06:51]" is no longer.
constexpr std::size_t kLongestNote = 60;

constexpr std::size_t kLongestEvent = 7;  // Words.

constexpr auto kTranscript = std::to_array<std::string_view>(
    {"transcript", "full transcript", "episode transcript", "transcription", "the transcript",
     "show transcript", "podcast transcript", "transkript", "transcripci\u00F3n"});

constexpr auto kOtherParts = std::to_array<std::string_view>(
    {"links", "show notes", "shownotes", "notes", "resources", "references", "credits", "footnotes",
     "about", "sponsors", "further reading", "chapters", "comments", "related", "see also"});

constexpr auto kCredits = std::to_array<std::string_view>({"transcribed by",
                                                           "transcript by",
                                                           "transcription by",
                                                           "transcript completed by",
                                                           "transcript provided by",
                                                           "transcription provided by",
                                                           "transcripts by",
                                                           "this transcript was",
                                                           "this transcription was",
                                                           "edited by",
                                                           "translated by",
                                                           "subtitles by",
                                                           "subtitled by",
                                                           "captions by",
                                                           "captioned by",
                                                           "copyright",
                                                           "\u00A9",
                                                           "meeting ended after",
                                                           "transcription ended after",
                                                           "[end",
                                                           "end of transcript",
                                                           "end of audio"});

// Of meetings: "Ann Bo started transcription".
constexpr auto kEvents = std::to_array<std::string_view>(
    {"started transcription", "stopped transcription", "joined the meeting", "left the meeting"});

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

bool is_time_alone(const TextLine& line) {
  const auto& head = line.surveyed.head;
  return head && head->shape == HeadShape::stamp && head->text >= line.line.text.size();
}

// The line below a time that stands alone, if it may be a name: with a text below it.
std::optional<std::string> name_below(const std::vector<TextLine>& lines, std::size_t i) {
  if (i + 2 >= lines.size() || !is_time_alone(lines[i])) return std::nullopt;
  const auto& below = lines[i + 1];
  const bool has_text = !lines[i + 2].surveyed.is_blank && !is_time_alone(lines[i + 2]);
  if (below.surveyed.head || !has_text) return std::nullopt;
  auto name = bare_name(below.line.text);
  return name_likeness(name) == NameLikeness::good ? std::optional(std::move(name)) : std::nullopt;
}

// Both lines as one, which is a head.
TextLine joined(const TextLine& time, const TextLine& below, std::string name) {
  TextLine line = time;
  const auto before = below.line.offset - time.line.offset;
  line.line.text = std::string_view(time.line.text.begin(), below.line.text.end());
  line.line.next = below.line.next;
  const auto begin = before + page::skip_blanks(below.line.text);
  auto& head = *line.surveyed.head;
  head.shape = HeadShape::name_stamp;
  head.name = std::move(name);
  head.name_source = {begin, page::trim_end(line.line.text).size()};
  head.text = line.line.text.size();
  return line;
}

// "0:01", "Ann", "text", a line each, if nearly all times have names below that return.
std::vector<TextLine> with_names_below_times(std::vector<TextLine> lines) {
  std::map<std::string, std::size_t> names;
  std::size_t times = 0;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (is_time_alone(lines[i])) ++times;
    if (const auto name = name_below(lines, i)) ++names[*name];
  }
  std::size_t named = 0;
  for (const auto& [name, count] : names) named += count > 1 ? count : 0;
  if (named < 2 || named * 4 < times * 3) return lines;
  std::vector<TextLine> result;
  result.reserve(lines.size());
  for (std::size_t i = 0; i < lines.size(); ++i) {
    auto name = name_below(lines, i);
    result.push_back(name ? joined(lines[i], lines[i + 1], std::move(*name)) : lines[i]);
    if (name) ++i;
  }
  return result;
}

// "### Ann": what may be a name, with a text below it.
std::string name_in_heading(std::string_view text) {
  if (is_no_name(plain(text))) return {};
  auto name = bare_name(plain(text));
  return name_likeness(name) == NameLikeness::good ? name : std::string();
}

// The level of the headings that are names: most of them return, and there are at least two.
std::optional<int> level_of_names(const std::vector<TextLine>& lines) {
  std::map<int, std::map<std::string, std::size_t>> names;
  for (const auto& line : lines) {
    const auto heading = page::parse_heading(line.line.text);
    if (heading) ++names[heading->level][name_in_heading(line.line.text)];
  }
  for (const auto& [level, counts] : names) {
    std::size_t all = 0;
    std::size_t returning = 0;
    std::size_t voices = 0;
    for (const auto& [name, count] : counts) {
      all += count;
      if (name.empty() || count < 2) continue;
      returning += count;
      ++voices;
    }
    if (voices >= 2 && returning * 2 > all) return level;
  }
  return std::nullopt;
}

// Those headings as heads, whose text begins on the next line.
void accept_names_in_headings(std::vector<TextLine>& lines) {
  const auto level = level_of_names(lines);
  if (!level) return;
  bool is_below = false;
  for (auto& [line, surveyed] : lines) {
    const auto heading = page::parse_heading(line.text);
    auto name = heading && heading->level == *level ? name_in_heading(line.text) : std::string();
    if (!name.empty()) {
      LineHead head;
      head.shape = HeadShape::heading;
      head.name = std::move(name);
      head.name_source = {heading->begin, heading->end};
      head.text = line.text.size();
      surveyed.head = std::move(head);
      is_below = true;
    } else if (!surveyed.is_blank) {
      if (is_below) surveyed.begins_paragraph = false;
      is_below = false;
    }
  }
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
  accept_names_in_headings(lines);
  return with_names_below_times(std::move(lines));
}

bool is_no_speech(std::string_view line) {
  const auto text = plain(line);
  if (is_cue_time(line) || is_address(text)) return true;
  if (std::ranges::any_of(kCredits,
                          [&](auto credit) { return starts_with_ignoring_case(text, credit); })) {
    return true;
  }
  const auto is_event = [&](std::string_view event) { return text.ends_with(event); };
  if (count_words(text) <= kLongestEvent && std::ranges::any_of(kEvents, is_event)) return true;
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
