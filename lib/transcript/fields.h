// Lines of columns.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "base/diagnostic_collector.h"
#include "episode/lines.h"
#include "transcript/draft.h"

namespace cmos::transcript {

// A field of a line: its bytes, without quotes.
struct Field {
  std::string_view text;
  std::size_t offset;  // In the file.
};
using Fields = std::vector<Field>;

std::vector<page::Line> lines_of(std::string_view text, std::size_t begin);

// Quoted fields (RFC 4180) may hold separators; quotes doubled inside stay so. Tabs need no quotes.
Fields split_quoted(const page::Line& line, char separator);

// At most `count` fields parted by runs of blanks; the last one has the rest of the line.
Fields split_blanks(const page::Line& line, std::size_t count);

// "4.72": a number of seconds.
bool is_number(std::string_view text);

StatedTime stated(Time time, const Field& field);
Voice voice_of(const Field& field);

// That the line is left out, for it has no time.
void report_line(const page::Line& line, DiagnosticCollector& diagnostics);

}  // namespace cmos::transcript
