#include "transcript/fields.h"

#include <algorithm>
#include <string>

#include "base/ascii.h"
#include "transcript/clock.h"

namespace cmos::transcript {

std::vector<page::Line> lines_of(std::string_view text, std::size_t begin) {
  std::vector<page::Line> lines;
  while (begin < text.size()) {
    lines.push_back(page::line_at(text, begin));
    begin = lines.back().next;
  }
  return lines;
}

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

bool is_number(std::string_view text) {
  return !text.empty() && text.find(':') == std::string_view::npos && parse_time(text) &&
         is_digit(text.back());
}

}  // namespace cmos::transcript
