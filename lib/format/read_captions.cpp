#include "format/read_captions.h"

#include <unicode/unistr.h>

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
std::size_t line_end_size(std::string_view text, CaptionsForm form) {
  if (form == CaptionsForm::subrip && text.starts_with("\r\r\n")) return 3;
  return text.starts_with("\r\n") ? 2 : 1;
}

std::vector<TextLine> split_lines(std::string_view text, CaptionsForm form) {
  std::vector<TextLine> lines;
  std::uint32_t number = 1;
  while (!text.empty()) {
    const auto end = std::min(text.find_first_of("\r\n"), text.size());
    lines.push_back({text.substr(0, end), number++});
    text.remove_prefix(end);
    if (!text.empty()) text.remove_prefix(line_end_size(text, form));
  }
  return lines;
}

// Reads the front of a text and moves along.
class Scanner {
 public:
  explicit Scanner(std::string_view text) : rest_(text) {}

  // A run of digits, at most nine of them, and how many they are.
  std::optional<std::pair<std::int64_t, std::size_t>> digits() {
    std::int64_t value = 0;
    std::size_t count = 0;
    while (count < std::min<std::size_t>(rest_.size(), 9) && rest_[count] >= '0' &&
           rest_[count] <= '9') {
      value = 10 * value + (rest_[count++] - '0');
    }
    if (count == 0) return std::nullopt;
    rest_.remove_prefix(count);
    return std::pair(value, count);
  }

  // Behind what digits() took: further digits.
  void skip_digits() {
    rest_.remove_prefix(std::min(rest_.find_first_not_of("0123456789"), rest_.size()));
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

// Reads one time in either form.
class TimeParser {
 public:
  TimeParser(Scanner& scanner, CaptionsForm form)
      : scanner_(scanner), is_subrip_(form == CaptionsForm::subrip) {}

  std::optional<CaptionTime> parse() {
    const bool is_negative = is_subrip_ && scanner_.take("-");
    if (!parse_fields()) return std::nullopt;
    const bool comma = scanner_.take(",");
    const bool has_fraction = comma || scanner_.take(".");
    if (has_fraction ? !parse_fraction() : !is_subrip_) return std::nullopt;
    const auto [seconds, second_digits] = fields_.back();
    const auto [minutes, minute_digits] = fields_[fields_.size() - 2];
    const bool with_hours = fields_.size() == 3;
    const auto hours = with_hours ? fields_[0].first : 0;
    const bool regular = fraction_digits_ == 3 && second_digits == 2 && minute_digits == 2 &&
                         minutes <= 59 && seconds <= 59 && !is_negative && !was_spaced_;
    const Time value = std::chrono::hours(hours) + std::chrono::minutes(minutes) +
                       std::chrono::seconds(seconds) + fraction_;
    return CaptionTime{is_negative ? -value : value,
                       regular && !comma && (!with_hours || fields_[0].second >= 2),
                       regular && comma && with_hours && fields_[0].second >= 2};
  }

 private:
  using Field = std::pair<std::int64_t, std::size_t>;

  std::optional<Field> number() {
    if (is_subrip_ && !scanner_.white_space().empty()) was_spaced_ = true;
    return scanner_.digits();
  }

  bool parse_fields() {
    do {
      const auto field = number();
      if (!field) return false;
      fields_.push_back(*field);
    } while (fields_.size() < 3 && scanner_.take(":"));
    return fields_.size() >= 2;
  }

  bool parse_fraction() {
    const auto found = number();
    if (!found) return false;
    scanner_.skip_digits();
    auto [value, count] = *found;
    fraction_digits_ = count;
    for (; count < 3; ++count) value *= 10;
    for (; count > 3; --count) value /= 10;
    fraction_ = Time(value);
    return true;
  }

  Scanner& scanner_;
  bool is_subrip_;
  std::vector<Field> fields_;
  Time fraction_{0};
  std::size_t fraction_digits_ = 0;
  bool was_spaced_ = false;
};

}  // namespace

std::optional<std::string> from_utf16(std::string_view bytes) {
  const bool is_big = bytes.starts_with("\xFE\xFF");
  if (!is_big && !bytes.starts_with("\xFF\xFE")) return std::nullopt;
  icu::UnicodeString text;
  for (std::size_t at = 2; at + 1 < bytes.size(); at += 2) {
    const auto high = static_cast<unsigned char>(bytes[is_big ? at : at + 1]);
    const auto low = static_cast<unsigned char>(bytes[is_big ? at + 1 : at]);
    text.append(static_cast<char16_t>(high * 256 + low));
  }
  std::string utf8;
  return text.toUTF8String(utf8);
}

CaptionsFile::CaptionsFile(std::string_view bytes, std::string name, CaptionsForm form)
    : name_(std::move(name)) {
  const auto converted = from_utf16(bytes);
  if (converted) {
    report("captions-encoding", {1, 1}, "the file is UTF-16; save it as UTF-8");
  }
  read(converted ? std::string_view(*converted) : bytes, form);
}

void CaptionsFile::read(std::string_view bytes, CaptionsForm form) {
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
  lines_ = split_lines(text_, form);
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

std::optional<TimingLine> parse_timing_line(std::string_view line, CaptionsForm form) {
  Scanner scanner(line);
  const auto indentation = scanner.white_space();
  const auto start = TimeParser(scanner, form).parse();
  if (!start) return std::nullopt;
  const auto before = scanner.white_space();
  if (!scanner.take("-->")) return std::nullopt;
  const auto after = scanner.white_space();
  const auto end = TimeParser(scanner, form).parse();
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
