#include <algorithm>
#include <array>
#include <utility>

#include "base/ascii.h"
#include "format/plain_text.h"
#include "format/srt.h"

namespace cmos {

namespace {

constexpr std::array<std::string_view, 5> kSrtTags = {"b", "i", "u", "s", "font"};

// No formatting is longer.
constexpr std::size_t kLongestTag = 200;

// Length of the formatting tag that the text begins with ("<i>", "</font>", "<font color=...>"), or
// 0.
std::size_t tag_length(std::string_view text) {
  const auto end = text.substr(0, kLongestTag).find('>');
  if (end == std::string_view::npos) return 0;
  auto inside = text.substr(1, end - 1);
  if (inside.starts_with('/')) inside.remove_prefix(1);
  std::string name(inside.substr(0, inside.find(' ')));
  std::ranges::transform(name, name.begin(), to_lower);
  const bool known = std::ranges::find(kSrtTags, name) != kSrtTags.end();
  return known && (name == "font" || name.size() == inside.size()) ? end + 1 : 0;
}

std::size_t override_length(std::string_view text) {
  const auto end = text.substr(0, kLongestTag).find('}');
  return text.starts_with("{\\") && end != std::string_view::npos ? end + 1 : 0;
}

std::string without_tags(std::string_view text) {
  std::string result;
  while (!text.empty()) {
    const auto tag = text[0] == '<' ? tag_length(text) : text[0] == '{' ? override_length(text) : 0;
    if (tag == 0) result += text[0];
    text.remove_prefix(std::max<std::size_t>(tag, 1));
  }
  return one_line(result);
}

std::string_view trimmed(std::string_view line) {
  const auto begin = std::min(line.find_first_not_of(" \t"), line.size());
  return line.substr(begin, line.find_last_not_of(" \t") + 1 - begin);
}

bool is_number(std::string_view text) {
  return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

class SrtReader {
 public:
  SrtReader(std::string_view bytes, const std::string& name)
      : file_(bytes, name, CaptionsForm::subrip), lines_(file_.lines()) {}

  WithDiagnostics<ReadCaptions> read() {
    if (file_.had_byte_order_mark()) {
      file_.report("srt-byte-order-mark", {1, 1},
                   "a byte order mark stands before the first number");
    }
    read_stray_text();
    while (at_ < lines_.size()) cue(*cue_begins(true));
    return {std::move(result_), file_.take_diagnostics()};
  }

 private:
  // At the line that is read.
  void report(RuleName rule, std::string message) {
    file_.report(rule, {lines_[at_].number, 1}, std::move(message));
  }

  bool is_blank_at(std::size_t line) const { return is_blank(lines_[line].text); }

  std::optional<TimingLine> timing_at(std::size_t line) const {
    return line < lines_.size() ? parse_timing_line(lines_[line].text, CaptionsForm::subrip)
                                : std::nullopt;
  }

  // What stands before the first cue.
  void read_stray_text() {
    bool told = false;
    for (; at_ < lines_.size(); ++at_) {
      if (is_blank_at(at_)) continue;
      if (cue_begins(true)) return;
      if (!std::exchange(told, true)) {
        report("srt-stray-text", "this text belongs to no cue: it stands before the first times");
      }
    }
  }

  // The line of the times, if a cue begins at the line that is read: with its number, blank lines
  // behind that or not, or without. A number may also be the only text of the cue above it.
  std::optional<std::size_t> cue_begins(bool above_is_complete) const {
    if (timing_at(at_)) return at_;
    const auto text = trimmed(lines_[at_].text);
    if (!is_number(text)) return std::nullopt;
    auto times = at_ + 1;
    while (times < lines_.size() && is_blank_at(times)) ++times;
    if (!timing_at(times)) return std::nullopt;
    const bool stands_apart = times == at_ + 1 && at_ > 0 && is_blank_at(at_ - 1);
    const bool is_next = text == std::to_string(count_ + 1);
    return above_is_complete || is_next || stands_apart ? std::optional(times) : std::nullopt;
  }

  void cue(std::size_t times) {
    ++count_;
    if (at_ > 0 && !is_blank_at(at_ - 1)) {
      report("srt-blank-line", "a blank line is missing before this cue");
    }
    if (times == at_ || trimmed(lines_[at_].text) != std::to_string(count_)) {
      report("srt-index", "cues are numbered 1, 2, 3 and so on; this one is not");
    }
    at_ = times;
    const auto parsed = *timing_at(at_);
    check_times(parsed);
    const SourcePosition position{lines_[at_].number, 1};
    ++at_;
    auto text = cue_text();
    if (text.empty()) {
      file_.report("srt-empty-cue", position, "this cue has no text");
      return;
    }
    result_.cues.push_back({parsed.time, std::move(text)});
    result_.positions.push_back(position);
  }

  // All that stands before the next cue, as players show it.
  std::vector<CueLine> cue_text() {
    std::vector<CueLine> text;
    bool told = false;
    for (; at_ < lines_.size(); ++at_) {
      if (is_blank_at(at_)) continue;
      if (cue_begins(!text.empty())) break;
      if (is_blank_at(at_ - 1) && !std::exchange(told, true)) {
        report("srt-stray-text", "a blank line stands before this text of the cue; remove it");
      }
      auto line = without_tags(lines_[at_].text);
      if (!line.empty()) text.push_back({{}, std::move(line), {}});
    }
    return text;
  }

  void check_times(const TimingLine& parsed) {
    if (!parsed.as_srt) {
      report("srt-time-format", "write the times as 00:00:00,000 --> 00:00:00,000");
    }
    if (parsed.time.end <= parsed.time.start) {
      report("srt-end-before-start", "this cue does not end after its start");
    }
    if (parsed.time.start < last_start_) {
      report("srt-start-order", "this cue starts before the one above it");
    }
    last_start_ = parsed.time.start;
  }

  CaptionsFile file_;
  const std::vector<TextLine>& lines_;
  std::size_t at_ = 0;
  std::size_t count_ = 0;
  Time last_start_{0};
  ReadCaptions result_;
};

}  // namespace

WithDiagnostics<ReadCaptions> read_srt(std::string_view bytes, const std::string& file) {
  return SrtReader(bytes, file).read();
}

}  // namespace cmos
