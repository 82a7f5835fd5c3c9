#include "format/read_captions.h"

#include <algorithm>
#include <utility>

#include "base/unicode.h"

namespace cmos {

namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

void append_without_nul(std::string& text, std::string_view part) {
  for (const char c : part) {
    if (c == '\0') {
      text += kReplacement;
    } else {
      text += c;
    }
  }
}

// Bytes of the line's end that the text, which is not empty, begins with.
std::size_t line_end_size(std::string_view text, LineEnds line_ends) {
  if (line_ends == LineEnds::subrip && text.starts_with("\r\r\n")) return 3;
  return text.starts_with("\r\n") ? 2 : 1;
}

std::vector<TextLine> split_lines(std::string_view text, LineEnds line_ends) {
  std::vector<TextLine> lines;
  std::uint32_t number = 1;
  while (!text.empty()) {
    const auto end = std::min(text.find_first_of("\r\n"), text.size());
    lines.push_back({text.substr(0, end), number++});
    text.remove_prefix(end);
    if (!text.empty()) text.remove_prefix(line_end_size(text, line_ends));
  }
  return lines;
}

// Reads the front of a text and moves along.
class Scanner {
 public:
  explicit Scanner(std::string_view text) : rest_(text) {}

  // A run of digits, and how many there are. More than nine are no part of a time.
  std::optional<std::pair<std::int64_t, std::size_t>> digits() {
    std::int64_t value = 0;
    std::size_t count = 0;
    while (count < rest_.size() && rest_[count] >= '0' && rest_[count] <= '9') {
      if (count == 9) return std::nullopt;
      value = 10 * value + (rest_[count++] - '0');
    }
    if (count == 0) return std::nullopt;
    rest_.remove_prefix(count);
    return std::pair(value, count);
  }

  bool take(std::string_view text) {
    if (!rest_.starts_with(text)) return false;
    rest_.remove_prefix(text.size());
    return true;
  }

  std::string_view white_space() {
    const auto end = std::min(rest_.find_first_not_of(" \t"), rest_.size());
    const auto result = rest_.substr(0, end);
    rest_.remove_prefix(end);
    return result;
  }

  std::string_view rest() const { return rest_; }

 private:
  std::string_view rest_;
};

struct CaptionTime {
  Time value{0};
  bool as_webvtt = false;
  bool as_srt = false;
};

std::optional<Time> parse_fraction(Scanner& scanner, bool& three_digits) {
  const auto fraction = scanner.digits();
  if (!fraction) return std::nullopt;
  auto [value, count] = *fraction;
  three_digits = count == 3;
  for (; count < 3; ++count) value *= 10;
  for (; count > 3; --count) value /= 10;
  return Time(value);
}

std::optional<CaptionTime> parse_time(Scanner& scanner) {
  std::vector<std::pair<std::int64_t, std::size_t>> fields;
  do {
    const auto field = scanner.digits();
    if (!field) return std::nullopt;
    fields.push_back(*field);
  } while (fields.size() < 3 && scanner.take(":"));
  if (fields.size() < 2) return std::nullopt;
  const bool comma = scanner.take(",");
  if (!comma && !scanner.take(".")) return std::nullopt;
  bool three_digits = false;
  const auto fraction = parse_fraction(scanner, three_digits);
  const auto [seconds, second_digits] = fields.back();
  const auto [minutes, minute_digits] = fields[fields.size() - 2];
  if (!fraction) return std::nullopt;
  const bool with_hours = fields.size() == 3;
  const auto hours = with_hours ? fields[0].first : 0;
  const bool regular =
      three_digits && second_digits == 2 && minute_digits == 2 && minutes <= 59 && seconds <= 59;
  CaptionTime result;
  result.value = std::chrono::hours(hours) + std::chrono::minutes(minutes) +
                 std::chrono::seconds(seconds) + *fraction;
  result.as_webvtt = regular && !comma && (!with_hours || fields[0].second >= 2);
  result.as_srt = regular && comma && with_hours && fields[0].second >= 2;
  return result;
}

}  // namespace

CaptionsFile::CaptionsFile(std::string_view bytes, std::string name, LineEnds line_ends)
    : name_(std::move(name)) {
  if (bytes.starts_with(kByteOrderMark)) {
    had_byte_order_mark_ = true;
    bytes.remove_prefix(kByteOrderMark.size());
  }
  const auto first_invalid = find_invalid_utf8(bytes).value_or(bytes.size());
  const auto first_bad = std::min(first_invalid, bytes.find('\0'));
  auto rest = bytes;
  for (auto bad = find_invalid_utf8(rest); bad; bad = find_invalid_utf8(rest)) {
    append_without_nul(text_, rest.substr(0, *bad));
    text_ += kReplacement;
    rest.remove_prefix(*bad + 1);
  }
  append_without_nul(text_, rest);
  lines_ = split_lines(text_, line_ends);
  if (first_bad < bytes.size()) {
    report("captions-encoding", LineTable(bytes).position(first_bad),
           "bytes from here on are not UTF-8 text; save the file as UTF-8");
  }
}

void CaptionsFile::report(RuleName rule, SourcePosition position, std::string message) {
  const auto place = [](const SourcePosition& at) { return std::pair(at.line, at.column); };
  const auto behind =
      std::ranges::upper_bound(diagnostics_, place(position), {},
                               [&](const auto& diagnostic) { return place(*diagnostic.position); });
  diagnostics_.insert(behind, make_diagnostic(rule, name_, position, std::move(message)));
}

std::optional<TimingLine> parse_timing_line(std::string_view line) {
  Scanner scanner(line);
  const auto indentation = scanner.white_space();
  const auto start = parse_time(scanner);
  if (!start) return std::nullopt;
  const auto before = scanner.white_space();
  if (!scanner.take("-->")) return std::nullopt;
  const auto after = scanner.white_space();
  const auto end = parse_time(scanner);
  if (!end) return std::nullopt;
  TimingLine result;
  result.time = {start->value, end->value};
  result.rest = scanner.rest();
  result.as_webvtt = start->as_webvtt && end->as_webvtt && !before.empty() && !after.empty() &&
                     (result.rest.empty() || result.rest[0] == ' ' || result.rest[0] == '\t');
  result.as_srt = start->as_srt && end->as_srt && indentation.empty() && before == " " &&
                  after == " " && is_blank(result.rest);
  return result;
}

bool is_blank(std::string_view line) {
  return line.find_first_not_of(" \t") == std::string_view::npos;
}

}  // namespace cmos
