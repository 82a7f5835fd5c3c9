#include "transcript/line_head.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/ascii.h"
#include "episode/lines.h"
#include "transcript/names.h"

namespace cmos::transcript {

namespace {

constexpr std::size_t kLongestName = 64;
constexpr std::size_t kLongestId = 16;

constexpr auto kBold =
    std::to_array<std::string_view>({"**", "__", "<b>", "</b>", "<strong>", "</strong>", "*", "_"});

// What no name has in it.
constexpr std::string_view kNoName = "?!;\"=<>{}|#$%^~`";
constexpr std::string_view kWideColon = "\uFF1A";

class HeadParser {
 public:
  explicit HeadParser(std::string_view line) : line_(line), end_(page::trim_end(line).size()) {}

  std::optional<LineHead> parse() {
    skip_opening();
    head_.stamp = stamp_at(at_);
    if (head_.stamp) skip_stamp();
    if (head_.stamp && !has_bullet_) head_.behind_stamp = at_end() ? line_.size() : at_;
    const bool is_named = name();
    if (is_named) return std::move(head_);
    if (!head_.stamp || has_bullet_) return std::nullopt;
    head_ = LineHead{HeadShape::stamp, {}, {}, {}, head_.stamp, *head_.behind_stamp, {}};
    return std::move(head_);
  }

 private:
  bool at_end() const { return at_ >= end_; }
  bool looking_at(std::string_view text) const { return line_.substr(at_).starts_with(text); }
  void skip_blanks() { at_ = std::min(page::skip_blanks(line_, at_), end_); }

  // Bold and italics, whether they open or close.
  bool skip_bold() {
    bool skipped = false;
    for (bool again = true; again;) {
      again = false;
      for (const auto mark : kBold) {
        if (!looking_at(mark)) continue;
        at_ += mark.size();
        skipped = again = true;
        break;
      }
    }
    return skipped;
  }

  // Hashes of a heading, ">>", a bullet.
  void skip_opening() {
    skip_blanks();
    at_ = std::min(line_.find_first_not_of("#>", at_), end_);
    skip_blanks();
    for (const std::string_view bullet : {"- ", "* ", "+ ", "\u2022 ", "\u2013 ", "\u2014 "}) {
      if (!looking_at(bullet)) continue;
      at_ += bullet.size();
      has_bullet_ = true;
      break;
    }
    skip_blanks();
    is_bold_ = skip_bold();
  }

  // A time in brackets, or one without them behind which the line has a blank or ends.
  std::optional<Clock> stamp_at(std::size_t at) const {
    auto clock = any_clock_at(line_, at);
    if (!clock || clock->end >= end_) return clock;
    static constexpr std::string_view kBehind = " \t:*_-|])\\";
    const bool is_apart = kBehind.find(line_[clock->end]) != std::string_view::npos;
    return is_apart || line_[clock->end - 1] == ']' || line_[clock->end - 1] == ')' ? clock
                                                                                    : std::nullopt;
  }

  void skip_stamp() {
    at_ = head_.stamp->end;
    skip_bold();
    skip_blanks();
    for (const std::string_view mark : {":", "-", "\u2013", "\u2014", "|"}) {
      if (!looking_at(mark)) continue;
      at_ += mark.size();
      break;
    }
    skip_blanks();
    is_bold_ = skip_bold() || is_bold_;
  }

  // Fills the head if what follows may be a name with what must stand behind it.
  bool name() {
    const auto begin = at_;
    auto scan = begin;
    while (scan < end_ && scan - begin <= kLongestName) {
      if (line_[scan] == ':' || line_.substr(scan).starts_with(kWideColon)) {
        return name_with_colon(begin, scan);
      }
      if (!head_.stamp && ends_before_stamp(begin, scan)) return true;
      if (is_bold_ && closes_bold(scan)) return bold_name(begin, scan);
      if (line_[scan] == '(') {
        const auto close = line_.find(')', scan);
        if (close == std::string_view::npos || close >= end_) return false;
        scan = close;
      }
      if (kNoName.find(line_[scan]) != std::string_view::npos) return false;
      ++scan;
    }
    return scan == end_ && head_.stamp && name_alone(begin, scan);
  }

  bool closes_bold(std::size_t at) const {
    const auto rest = line_.substr(at);
    return rest.starts_with("*") || rest.starts_with("__") || rest.starts_with("</b>") ||
           rest.starts_with("</strong>");
  }

  bool take_name(std::size_t begin, std::size_t end) {
    auto text = line_.substr(begin, end - begin);
    if (text.starts_with('[') && page::trim_end(text).ends_with(']')) {
      text = page::trim_end(text);
      text = text.substr(1, text.size() - 2);
    }
    const auto last = text.find_last_not_of(" \t-|,*_");
    text = page::trim(text.substr(0, last == std::string_view::npos ? 0 : last + 1));
    for (const std::string_view dash : {"\u2013", "\u2014"}) {
      if (text.ends_with(dash)) text = page::trim_end(text.substr(0, text.size() - dash.size()));
    }
    if (text.empty()) return false;
    head_.name = bare_name(text);
    head_.initials = initials_of(text);
    const auto offset = static_cast<std::size_t>(text.data() - line_.data());
    head_.name_source = {offset, offset + text.size()};
    return name_likeness(head_.name) != NameLikeness::none;
  }

  bool name_with_colon(std::size_t begin, std::size_t colon) {
    const bool is_clock = colon > begin && is_digit(line_[colon - 1]) && colon + 1 < end_ &&
                          is_digit(line_[colon + 1]);
    if (is_clock || line_.substr(colon).starts_with("://") || !take_name(begin, colon))
      return false;
    at_ = colon + (line_[colon] == ':' ? 1 : kWideColon.size());
    skip_bold();
    skip_blanks();
    if (equal_ignoring_case(head_.name, "speaker") && end_ - at_ <= kLongestId && !at_end()) {
      return take_name(std::exchange(at_, end_), end_) && finish(shape());  // "SPEAKER: S1".
    }
    if (!head_.stamp) {
      head_.stamp = bracketed_clock_at(line_, at_);
      if (!head_.stamp) {
        head_.stamp = any_clock_at(line_, at_);
        if (head_.stamp && head_.stamp->end < end_) head_.stamp.reset();
      }
      if (head_.stamp) at_ = head_.stamp->end;
    }
    return finish(shape());
  }

  // "Ann (0:01)", "Ann  0:01": the name ends where a time stands that ends the head.
  bool ends_before_stamp(std::size_t begin, std::size_t at) {
    if (at == begin) return false;
    const bool is_apart = line_[at - 1] == ' ' || line_[at - 1] == '\t' || line_[at] == '[' ||
                          line_[at] == '(' || line_[at] == '\\';
    const auto stamp = is_apart ? any_clock_at(line_, at) : std::nullopt;
    if (!stamp) return false;
    const auto before = std::exchange(at_, stamp->end);
    skip_bold();
    const bool has_colon = looking_at(":");
    if (has_colon) ++at_;
    skip_bold();
    skip_blanks();
    const bool has_brackets = stamp->end > stamp->source.end;
    const bool ends_head = at_end() || has_colon || (has_brackets && is_bold_);
    if (ends_head && take_name(begin, at)) {
      head_.stamp = stamp;
      return finish(HeadShape::name_stamp);
    }
    at_ = before;
    return false;
  }

  // "**Ann:** text" has its colon inside; here it stands behind, or a time does, or nothing.
  bool bold_name(std::size_t begin, std::size_t end) {
    if (!take_name(begin, end)) return false;
    at_ = end;
    skip_bold();
    skip_blanks();
    const bool has_colon = looking_at(":");
    if (has_colon) ++at_;
    skip_blanks();
    if (!head_.stamp) head_.stamp = any_clock_at(line_, at_);
    if (head_.stamp && head_.stamp->end > at_) {
      at_ = head_.stamp->end;
      skip_bold();
      if (looking_at(":")) ++at_;
    } else if (!has_colon && !at_end()) {
      return false;
    }
    return finish(shape());
  }

  bool name_alone(std::size_t begin, std::size_t end) {
    if (has_bullet_ || line_.substr(begin, end - begin).ends_with('.')) return false;
    if (!take_name(begin, end) || name_likeness(head_.name) != NameLikeness::good) return false;
    at_ = end_;
    return finish(HeadShape::stamp_line);
  }

  HeadShape shape() const {
    if (head_.stamp) return HeadShape::name_stamp;
    return is_bold_ ? HeadShape::bold_name : HeadShape::name;
  }

  bool finish(HeadShape head_shape) {
    skip_blanks();
    head_.shape = head_shape;
    head_.text = at_end() ? line_.size() : at_;
    return true;
  }

  std::string_view line_;
  std::size_t end_;
  std::size_t at_ = 0;
  bool is_bold_ = false;
  bool has_bullet_ = false;
  LineHead head_;
};

}  // namespace

std::optional<LineHead> parse_line_head(std::string_view line) {
  return HeadParser(line).parse();
}

}  // namespace cmos::transcript
