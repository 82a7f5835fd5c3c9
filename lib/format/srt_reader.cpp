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

bool is_index(std::string_view line) {
  return !line.empty() && line.find_first_not_of("0123456789") == std::string_view::npos;
}

class SrtReader {
 public:
  SrtReader(std::string_view bytes, const std::string& name)
      : file_(bytes, name), lines_(file_.lines()) {}

  WithDiagnostics<ReadCaptions> read() {
    if (file_.had_byte_order_mark()) {
      file_.report("srt-byte-order-mark", {1, 1},
                   "a byte order mark stands before the first number");
    }
    while (at_ < lines_.size()) {
      if (is_blank(lines_[at_].text)) {
        ++at_;
      } else if (timing_at(at_)) {
        cue(nullptr);
      } else if (timing_at(at_ + 1)) {
        cue(&lines_[at_++]);
      } else {
        report("srt-stray-text",
               "this text belongs to no cue: no times before it, or a blank line");
        while (at_ < lines_.size() && !is_blank(lines_[at_].text)) ++at_;
      }
    }
    return {std::move(result_), file_.take_diagnostics()};
  }

 private:
  // At the line that is read.
  void report(RuleName rule, std::string message) {
    file_.report(rule, {lines_[at_].number, 1}, std::move(message));
  }

  std::optional<TimingLine> timing_at(std::size_t line) const {
    return line < lines_.size() ? parse_timing_line(lines_[line].text) : std::nullopt;
  }

  void cue(const TextLine* index) {
    ++count_;
    if (index == nullptr || index->text != std::to_string(count_)) {
      const auto& line = index != nullptr ? *index : lines_[at_];
      file_.report("srt-index", {line.number, 1},
                   "cues are numbered 1, 2, 3 and so on; this one is not");
    }
    const auto parsed = *timing_at(at_);
    check_times(parsed);
    const SourcePosition position{lines_[at_].number, 1};
    ++at_;
    std::vector<CueLine> text;
    for (; at_ < lines_.size() && !is_blank(lines_[at_].text) && !next_cue_begins(); ++at_) {
      auto line = without_tags(lines_[at_].text);
      if (!line.empty()) text.push_back({{}, std::move(line), {}});
    }
    if (text.empty()) {
      file_.report("srt-empty-cue", position, "this cue has no text");
      return;
    }
    result_.cues.push_back({parsed.time, std::move(text)});
    result_.positions.push_back(position);
  }

  // Inside a cue: whether another one follows without a blank line between.
  bool next_cue_begins() {
    const bool here = timing_at(at_).has_value();
    const bool below = is_index(lines_[at_].text) && timing_at(at_ + 1).has_value();
    if (here || below) {
      report("srt-blank-line", "a blank line is missing before this cue");
    }
    return here || below;
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
