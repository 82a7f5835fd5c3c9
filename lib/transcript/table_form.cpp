#include "transcript/table_form.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "transcript/clock.h"
#include "transcript/columns.h"
#include "transcript/dialogue.h"
#include "transcript/fields.h"

namespace cmos::transcript {

namespace {

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
    const char* const first = digits.data();
    const char* const last = first + digits.size();
    const auto parsed = std::from_chars(first, last, latest);
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

}  // namespace cmos::transcript
