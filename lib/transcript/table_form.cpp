#include "transcript/table_form.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "base/ascii.h"
#include "episode/lines.h"
#include "transcript/clock.h"
#include "transcript/dialogue.h"

namespace cmos::transcript {

namespace {

// A field of a line: its bytes, without quotes.
struct Field {
  std::string_view text;
  std::size_t offset;  // In the file.
};
using Fields = std::vector<Field>;

std::vector<page::Line> lines_of(std::string_view text, std::size_t begin) {
  std::vector<page::Line> lines;
  while (begin < text.size()) {
    lines.push_back(page::line_at(text, begin));
    begin = lines.back().next;
  }
  return lines;
}

// Quoted fields (RFC 4180) may hold separators; quotes doubled inside stay so.
Fields split_quoted(const page::Line& line, char separator) {
  Fields fields;
  const auto text = line.text;
  for (std::size_t at = 0; at <= text.size();) {
    std::size_t end = at;
    bool is_quoted = false;
    for (; end < text.size() && (is_quoted || text[end] != separator); ++end) {
      if (text[end] == '"' && separator != '\t') is_quoted = !is_quoted;
    }
    auto field = page::trim(text.substr(at, end - at));
    if (separator != '\t' && field.size() >= 2 && field.front() == '"' && field.back() == '"') {
      field = field.substr(1, field.size() - 2);
    }
    fields.push_back({field, line.offset + static_cast<std::size_t>(field.data() - text.data())});
    at = end + 1;
  }
  return fields;
}

// At most `count` fields parted by runs of blanks; the last one has the rest of the line.
Fields split_blanks(const page::Line& line, std::size_t count) {
  Fields fields;
  const auto text = page::trim_end(line.text);
  for (auto at = page::skip_blanks(text); at < text.size();) {
    const auto end = fields.size() + 1 == count
                         ? text.size()
                         : std::min(text.find_first_of(" \t", at), text.size());
    fields.push_back({text.substr(at, end - at), line.offset + at});
    at = page::skip_blanks(text, end);
  }
  return fields;
}

StatedTime stated(Time time, const Field& field) {
  return {time, {field.offset, field.offset + field.text.size()}};
}

Voice voice_of(const Field& field) {
  return {std::string(field.text), {field.offset, field.offset + field.text.size()}};
}

void report_line(const page::Line& line, DiagnosticCollector& diagnostics) {
  diagnostics.add(line.offset, "transcript-time-malformed",
                  "this line has no time where the others have one; it is left out");
}

bool is_seconds(std::string_view text) {
  return !text.empty() && text.find(':') == std::string_view::npos && parse_time(text);
}

// Lines with times whose texts may begin with names.
class NamedLines {
 public:
  struct Entry {
    StatedTime time;
    Field text;
    std::optional<Voice> voice;
  };
  void add(Entry entry) { entries_.push_back(std::move(entry)); }

  Draft read() {
    std::vector<SurveyedLine> lines;
    lines.reserve(entries_.size());
    for (const auto& entry : entries_) {
      lines.push_back({parse_line_head(entry.text.text), false, true, false});
    }
    const auto dialogue = find_dialogue(lines, {});
    Draft draft;
    SegmentJoiner joiner(draft);
    for (std::size_t i = 0; i < entries_.size(); ++i) {
      auto& [time, text, voice] = entries_[i];
      const auto& head = lines[i].head;
      std::size_t from = 0;
      if (head && dialogue.names.contains(head->name) && !voice) {
        voice = Voice{head->name,
                      {text.offset + head->name_source.begin, text.offset + head->name_source.end}};
        from = head->text;
      }
      const auto spoken = text.text.substr(from);
      joiner.add({voice, false, time, draft.append(spoken, text.offset + from)});
    }
    return draft;
  }

 private:
  std::vector<Entry> entries_;
};

enum class Column { start, end, text, speaker };

std::optional<Column> column_named(std::string_view title) {
  static constexpr auto kTitles =
      std::to_array<std::pair<std::string_view, Column>>({{"start", Column::start},
                                                          {"begin", Column::start},
                                                          {"from", Column::start},
                                                          {"start time", Column::start},
                                                          {"start_time", Column::start},
                                                          {"time", Column::start},
                                                          {"timestamp", Column::start},
                                                          {"end", Column::end},
                                                          {"end time", Column::end},
                                                          {"end_time", Column::end},
                                                          {"to", Column::end},
                                                          {"text", Column::text},
                                                          {"body", Column::text},
                                                          {"transcript", Column::text},
                                                          {"sentence", Column::text},
                                                          {"speaker", Column::speaker},
                                                          {"speaker name", Column::speaker},
                                                          {"speaker_name", Column::speaker},
                                                          {"voice", Column::speaker},
                                                          {"name", Column::speaker}});
  const auto* const found = std::ranges::find_if(
      kTitles, [&](const auto& known) { return equal_ignoring_case(known.first, title); });
  return found == kTitles.end() ? std::nullopt : std::optional(found->second);
}

char separator_of(std::string_view title) {
  for (const char separator : {'\t', ';', ','}) {
    if (title.find(separator) != std::string_view::npos) return separator;
  }
  return '\t';
}

std::map<Column, std::size_t> columns_of(const page::Line& title) {
  std::map<Column, std::size_t> columns;
  const auto fields = split_quoted(title, separator_of(title.text));
  for (std::size_t i = 0; i < fields.size(); ++i) {
    if (const auto column = column_named(fields[i].text)) columns.try_emplace(*column, i);
  }
  return columns;
}

// Whisper's TSV has whole numbers: if they were seconds, each row would last for minutes.
bool are_milliseconds(const std::vector<Fields>& rows, std::size_t column) {
  constexpr std::size_t kLeastEach = 100;
  std::size_t latest = 0;
  for (const auto& row : rows) {
    if (column >= row.size()) continue;
    const auto digits = row[column].text;
    const auto* const last = digits.data() + digits.size();
    const auto parsed = std::from_chars(digits.data(), last, latest);
    if (parsed.ec != std::errc{} || parsed.ptr != last) return false;
  }
  return latest >= kLeastEach * rows.size();
}

std::optional<Time> parse_start(std::string_view text, bool milliseconds) {
  if (!milliseconds) return parse_time(text);
  double value = 0;
  const auto parsed = std::from_chars(text.data(), text.data() + text.size(), value);
  return parsed.ec == std::errc{} ? to_time(value / 1000) : std::nullopt;
}

bool is_number(std::string_view text) {
  return is_seconds(text) && is_digit(text.back());
}

}  // namespace

bool is_table_title(std::string_view line) {
  const auto columns = columns_of({line, 0, line.size()});
  return columns.contains(Column::text) && columns.contains(Column::start);
}

Draft read_table(std::string_view text, std::size_t begin, DiagnosticCollector& diagnostics) {
  auto lines = lines_of(text, begin);
  const auto title = lines.front();
  auto columns = columns_of(title);
  const auto separator = separator_of(title.text);
  std::vector<page::Line> sources;
  std::vector<Fields> rows;
  for (std::size_t i = 1; i < lines.size(); ++i) {
    if (page::trim(lines[i].text).empty()) continue;
    sources.push_back(lines[i]);
    rows.push_back(split_quoted(lines[i], separator));
  }
  const bool milliseconds = are_milliseconds(rows, columns[Column::start]);
  NamedLines named;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const auto& row = rows[i];
    const auto start = columns[Column::start];
    const auto body = columns[Column::text];
    const auto time =
        start < row.size() ? parse_start(row[start].text, milliseconds) : std::nullopt;
    if (!time || body >= row.size()) {
      report_line(sources[i], diagnostics);
      continue;
    }
    const auto speaker = columns.find(Column::speaker);
    std::optional<Voice> voice;
    if (speaker != columns.end() && speaker->second < row.size()) {
      voice = voice_of(row[speaker->second]);
    }
    named.add({stated(*time, row[start]), row[body], voice});
  }
  return named.read();
}

bool is_label_line(std::string_view line) {
  const auto fields = split_quoted({line, 0, line.size()}, '\t');
  return fields.size() >= 3 && is_number(fields[0].text) && is_number(fields[1].text);
}

Draft read_labels(std::string_view text, std::size_t begin, DiagnosticCollector& diagnostics) {
  NamedLines named;
  for (const auto& line : lines_of(text, begin)) {
    if (page::trim(line.text).empty() || line.text.starts_with('\\')) continue;
    const auto fields = split_quoted(line, '\t');
    if (!is_label_line(line.text)) {
      report_line(line, diagnostics);
      continue;
    }
    named.add({stated(*parse_time(fields[0].text), fields[0]), fields[2], std::nullopt});
  }
  return named.read();
}

bool is_stm_line(std::string_view line) {
  const auto fields = split_blanks({line, 0, line.size()}, 6);
  return fields.size() == 6 && is_number(fields[3].text) && is_number(fields[4].text);
}

Draft read_stm(std::string_view text, std::size_t begin, DiagnosticCollector& diagnostics) {
  Draft draft;
  SegmentJoiner joiner(draft);
  for (const auto& line : lines_of(text, begin)) {
    if (page::trim(line.text).empty() || line.text.starts_with(";;")) continue;
    if (!is_stm_line(line.text)) {
      report_line(line, diagnostics);
      continue;
    }
    auto fields = split_blanks(line, 6);
    auto& spoken = fields[5];
    if (spoken.text.starts_with('<')) {
      const auto labels = std::min(spoken.text.find('>'), spoken.text.size() - 1) + 1;
      spoken = {spoken.text.substr(labels), spoken.offset + labels};
    }
    if (page::trim(spoken.text) == "ignore_time_segment_in_scoring") continue;
    joiner.add({voice_of(fields[2]), false, stated(*parse_time(fields[3].text), fields[3]),
                draft.append(spoken.text, spoken.offset)});
  }
  return draft;
}

bool is_ctm_line(std::string_view line) {
  const auto fields = split_blanks({line, 0, line.size()}, 7);
  return (fields.size() == 5 || fields.size() == 6) && is_number(fields[2].text) &&
         is_number(fields[3].text);
}

Draft read_ctm(std::string_view text, std::size_t begin, DiagnosticCollector& diagnostics) {
  struct TimedWord {
    Fields fields;
    Time start;
  };
  std::vector<TimedWord> words;
  std::set<std::string_view> channels;
  for (const auto& line : lines_of(text, begin)) {
    if (page::trim(line.text).empty() || line.text.starts_with(";;")) continue;
    if (!is_ctm_line(line.text)) {
      report_line(line, diagnostics);
      continue;
    }
    auto fields = split_blanks(line, 7);
    const auto start = *parse_time(fields[2].text);
    channels.insert(fields[1].text);
    words.push_back({std::move(fields), start});
  }
  std::ranges::stable_sort(words, {}, &TimedWord::start);
  Draft draft;
  SegmentJoiner joiner(draft);
  for (const auto& [fields, start] : words) {
    std::optional<Voice> voice;
    if (channels.size() > 1) voice = voice_of(fields[1]);
    joiner.add(
        {voice, false, stated(start, fields[2]), draft.append(fields[4].text, fields[4].offset)});
  }
  return draft;
}

}  // namespace cmos::transcript
