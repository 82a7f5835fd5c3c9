#include "transcript/markdown_table.h"

#include <algorithm>
#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "cmos/source_position.h"
#include "episode/lines.h"
#include "transcript/clock.h"
#include "transcript/columns.h"
#include "transcript/dialogue.h"
#include "transcript/fields.h"
#include "transcript/line_head.h"
#include "transcript/names.h"

namespace cmos::transcript {

namespace {

using Columns = std::map<Column, std::size_t>;

// Without the bars at both ends; "\|" parts nothing.
Fields cells_of(const page::Line& line) {
  auto text = page::trim(line.text);
  if (text.starts_with('|')) text.remove_prefix(1);
  if (text.ends_with('|') && !text.ends_with("\\|")) text.remove_suffix(1);
  const auto origin = line.offset + static_cast<std::size_t>(text.data() - line.text.data());
  Fields cells;
  for (std::size_t at = 0; at <= text.size();) {
    auto end = text.find('|', at);
    while (end != std::string_view::npos && end > at && text[end - 1] == '\\') {
      end = text.find('|', end + 1);
    }
    end = std::min(end, text.size());
    const auto cell = page::trim(text.substr(at, end - at));
    cells.push_back({cell, origin + static_cast<std::size_t>(cell.data() - text.data())});
    at = end + 1;
  }
  return cells;
}

// Without emphasis and brackets around it, and a colon behind it; of a link its text.
Field bare(const Field& cell) {
  constexpr std::string_view kMarks = " \t*_`[]():";
  const auto begin = cell.text.find_first_not_of(kMarks);
  if (begin == std::string_view::npos) return {{}, cell.offset};
  const auto link = cell.text.substr(0, cell.text.find("]("));
  const auto end = std::max(link.find_last_not_of(kMarks) + 1, begin);
  return {cell.text.substr(begin, end - begin), cell.offset + begin};
}

bool is_delimiter(const page::Line& line) {
  const auto cells = cells_of(line);
  return line.text.find('|') != std::string_view::npos &&
         std::ranges::all_of(cells, [](const Field& cell) {
           return cell.text.find('-') != std::string_view::npos &&
                  cell.text.find_first_not_of(":-") == std::string_view::npos;
         });
}

// Empty if the line is no title of a transcript.
Columns title_columns(const page::Line& title) {
  Columns columns;
  const auto cells = cells_of(title);
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (const auto column = column_named(bare(cells[i]).text)) columns.try_emplace(*column, i);
  }
  const bool is_title = columns.contains(Column::text) &&
                        (columns.contains(Column::speaker) || columns.contains(Column::start));
  return is_title ? columns : Columns();
}

class TableReader {
 public:
  TableReader(const page::MappedText& body, DiagnosticCollector& diagnostics)
      : body_(body), diagnostics_(diagnostics) {}

  bool read() {
    const auto lines = lines_of(body_.text(), 0);
    for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
      const auto columns = is_delimiter(lines[i + 1]) ? title_columns(lines[i]) : Columns();
      if (columns.empty()) continue;
      has_table_ = true;
      for (i += 2; i < lines.size() && lines[i].text.find('|') != std::string_view::npos; ++i) {
        read_row(cells_of(lines[i]), columns, lines[i]);
      }
    }
    return has_table_;
  }

  Draft take() && {
    if (std::ranges::none_of(rows_, [](const Row& row) { return row.voice.has_value(); })) {
      take_voices_from_texts();
    }
    Draft draft;
    SegmentJoiner joiner(draft);
    for (auto& row : rows_) {
      page::MappedText spoken;
      const auto end = row.text.offset + row.text.text.size();
      spoken.append(body_, row.text.offset, end);
      joiner.add({std::move(row.voice), false, row.time,
                  spoken.empty() ? SourceSpan{} : draft.append(spoken)});
    }
    return draft;
  }

 private:
  struct Row {
    std::optional<Voice> voice;
    std::optional<StatedTime> time;
    Field text;
  };

  // "Ann: Hi." in tables without a column for who speaks.
  void take_voices_from_texts() {
    std::vector<SurveyedLine> lines;
    lines.reserve(rows_.size());
    for (const auto& row : rows_) {
      lines.push_back({parse_line_head(row.text.text), false, true, false});
    }
    const auto dialogue = find_dialogue(lines, {});
    for (std::size_t i = 0; i < rows_.size(); ++i) {
      auto& [voice, time, text] = rows_[i];
      const auto& head = lines[i].head;
      if (!head || !dialogue.names.contains(head->name)) continue;
      const auto [begin, end] = head->name_source;
      voice = Voice{head->name, body_.origin(text.offset + begin, text.offset + end)};
      text = {text.text.substr(head->text), text.offset + head->text};
    }
  }

  static std::optional<Field> cell_of(const Fields& cells, const Columns& columns, Column column) {
    const auto found = columns.find(column);
    if (found == columns.end() || found->second >= cells.size()) return std::nullopt;
    const auto& cell = cells[found->second];
    return cell.text.empty() ? std::nullopt : std::optional(cell);
  }

  SourceSpan origin(const Field& field) const {
    return body_.origin(field.offset, field.offset + field.text.size());
  }

  void read_row(const Fields& cells, const Columns& columns, const page::Line& line) {
    const auto text = cell_of(cells, columns, Column::text);
    if (!text) return;
    const auto speaker = cell_of(cells, columns, Column::speaker);
    rows_.push_back({speaker ? voice_of_cell(*speaker) : std::nullopt,
                     time_of(cell_of(cells, columns, Column::start), line), *text});
  }

  std::optional<Voice> voice_of_cell(const Field& cell) const {
    const auto name = bare(cell);
    if (name.text.empty()) return std::nullopt;
    return Voice{bare_name(name.text), origin(name)};
  }

  std::optional<StatedTime> time_of(const std::optional<Field>& cell, const page::Line& line) {
    if (!cell) return std::nullopt;
    const auto time = bare(*cell);
    if (const auto clock = any_clock_at(time.text, 0)) return StatedTime{clock->time, origin(time)};
    if (const auto seconds = parse_time(time.text)) return StatedTime{*seconds, origin(time)};
    diagnostics_.add(body_.origin(line.offset), "transcript-time-malformed",
                     "the time in this row cannot be read; it is left out");
    return std::nullopt;
  }

  const page::MappedText& body_;
  DiagnosticCollector& diagnostics_;
  std::vector<Row> rows_;
  bool has_table_ = false;
};

}  // namespace

bool has_markdown_table(const page::MappedText& body) {
  const Page nothing("", "");
  DiagnosticCollector diagnostics(nothing);
  return TableReader(body, diagnostics).read();
}

Draft read_markdown_tables(const page::MappedText& body, DiagnosticCollector& diagnostics) {
  TableReader reader(body, diagnostics);
  reader.read();
  return std::move(reader).take();
}

}  // namespace cmos::transcript
