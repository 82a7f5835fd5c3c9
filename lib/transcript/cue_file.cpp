#include "transcript/cue_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <utility>

#include "base/ascii.h"
#include "transcript/clock.h"

namespace cmos::transcript {

namespace {

// Of ten cues at most one may begin before the one above it.
constexpr std::size_t kCuesForAStepBack = 10;

bool is_blank_line(std::string_view line) {
  return page::trim(line).empty();
}

bool has_arrow(std::string_view line) {
  return line.find("-->") != std::string_view::npos;
}

bool is_keyword(std::string_view line, std::string_view keyword) {
  return line.starts_with(keyword) &&
         (line.size() == keyword.size() || line[keyword.size()] == ' ' ||
          line[keyword.size()] == '\t' || line[keyword.size()] == ':');
}

SourceSpan moved(const SourceSpan& span, std::size_t by) {
  return {span.begin + by, span.end + by};
}

// The cues of a file, with all the text that players show.
class CueSplitter {
 public:
  CueSplitter(std::string_view text, std::size_t begin, DiagnosticCollector& diagnostics)
      : diagnostics_(diagnostics) {
    while (begin < text.size()) {
      lines_.push_back(page::line_at(text, begin));
      begin = lines_.back().next;
    }
  }

  std::vector<FileCue> split() {
    for (at_ = 0; at_ < lines_.size(); ++at_) read_line(lines_[at_]);
    return std::move(cues_);
  }

 private:
  void read_line(const page::Line& line) {
    const bool is_behind_blank = at_ == 0 || is_blank_line(lines_[at_ - 1].text);
    if (is_timing(line.text)) {
      begin_cue(line);
    } else if (is_keyword(line.text, "WEBVTT")) {
      if (!cues_.empty()) {
        diagnostics_.add(line.offset, "transcript-forms-mixed",
                         "another file of captions begins here; its cues follow those before");
      }
      skip_block();
    } else if (is_behind_blank &&
               (is_keyword(line.text, "NOTE") || is_keyword(line.text, "STYLE") ||
                is_keyword(line.text, "REGION"))) {
      skip_block();
    } else if (!is_blank_line(line.text) && !is_identifier()) {
      add_text(line);
    }
  }

  static bool is_timing(std::string_view line) {
    return parse_cue_times(line) || (has_arrow(line) && line.find(':') != std::string_view::npos);
  }

  // The line before the times: a number, or whatever stands there behind a blank line.
  bool is_identifier() const {
    if (at_ + 1 >= lines_.size() || !has_arrow(lines_[at_ + 1].text)) return false;
    const auto text = page::trim(lines_[at_].text);
    return at_ == 0 || is_blank_line(lines_[at_ - 1].text) || std::ranges::all_of(text, is_digit);
  }

  // To the next blank line or times.
  void skip_block() {
    while (at_ + 1 < lines_.size() && !is_blank_line(lines_[at_ + 1].text) &&
           !is_timing(lines_[at_ + 1].text)) {
      ++at_;
    }
  }

  void begin_cue(const page::Line& line) {
    cues_.emplace_back();
    cues_.back().place = line.offset;
    if (const auto times = parse_cue_times(line.text)) {
      cues_.back().times = {times->time, moved(times->start, line.offset),
                            moved(times->end, line.offset)};
      return;
    }
    diagnostics_.add(line.offset, "transcript-time-malformed",
                     "the times of this cue cannot be read (its text goes on without); write "
                     "00:00:00.000 --> 00:00:00.000");
  }

  void add_text(const page::Line& line) {
    if (!cues_.empty()) {
      cues_.back().lines.push_back(line);
    } else if (!std::exchange(told_before_, true)) {
      diagnostics_.add(line.offset, "transcript-forms-mixed",
                       "text before the first cue is left out; take it apart if it is spoken");
    }
  }

  DiagnosticCollector& diagnostics_;
  std::vector<page::Line> lines_;
  std::size_t at_ = 0;
  bool told_before_ = false;
  std::vector<FileCue> cues_;
};

// A time in the form of another one: with its hours or without, with its mark of the fraction.
std::string written_like(std::string_view old, Time time) {
  const auto mark = old.find_first_of(".,");
  const auto whole = old.substr(0, mark);
  const auto seconds = time.count() / 1000;
  const auto fraction =
      fmt::format("{}{:03}", mark == std::string_view::npos ? '.' : old[mark], time.count() % 1000);
  const auto fields = 1 + std::ranges::count(whole, ':');
  if (fields == 1) return fmt::format("{}{}", seconds, fraction);
  const auto first_width = whole.find(':');
  if (fields == 2 && seconds < 3600) {
    return fmt::format("{:0{}}:{:02}{}", seconds / 60, first_width, seconds % 60, fraction);
  }
  return fmt::format("{:0{}}:{:02}:{:02}{}", seconds / 3600, fields == 2 ? 2 : first_width,
                     seconds / 60 % 60, seconds % 60, fraction);
}

// Writes a file anew, a time at a time, in the file's order.
class TimeReplacer {
 public:
  explicit TimeReplacer(std::string_view text) : text_(text) {}

  void replace(const SourceSpan& source, Time old, Time now) {
    if (old == now) return;
    result_ += text_.substr(at_, source.begin - at_);
    result_ += written_like(text_.substr(source.begin, source.end - source.begin), now);
    at_ = source.end;
  }

  std::string finish() && { return std::move(result_.append(text_.substr(at_))); }

 private:
  std::string_view text_;
  std::size_t at_ = 0;
  std::string result_;
};

// A moment inside the old interval at its place in the new one.
Time carried_over(Time moment, const Interval& old, const Interval& now) {
  if (old.length() <= Time(0)) return now.start;
  const auto share =
      static_cast<double>((moment - old.start).count()) / static_cast<double>(old.length().count());
  return now.start + std::chrono::round<Time>(std::chrono::duration<double, std::milli>(
                         std::clamp(share, 0.0, 1.0) * static_cast<double>(now.length().count())));
}

// "<00:00:01.000>" inside the cue's text.
void replace_inner_times(const FileCue& cue, const Interval& now, TimeReplacer& replacer) {
  for (const auto& line : cue.lines) {
    for (auto at = line.text.find('<'); at != std::string_view::npos;
         at = line.text.find('<', at + 1)) {
      const auto clock = clock_at(line.text, at + 1);
      if (!clock || clock->end >= line.text.size() || line.text[clock->end] != '>') continue;
      replacer.replace(moved(clock->source, line.offset), clock->time,
                       carried_over(clock->time, cue.times->time, now));
    }
  }
}

}  // namespace

std::optional<CueTimes> parse_cue_times(std::string_view line) {
  const auto begin = page::skip_blanks(line);
  auto arrow = line.find("-->", begin);
  auto behind = arrow + 3;
  if (arrow == std::string_view::npos) {
    const auto first = clock_at(line, begin);
    if (!first || first->end >= line.size() || line[first->end] != ',') return std::nullopt;
    arrow = first->end;
    behind = arrow + 1;
    if (!clock_at(line, behind)) return std::nullopt;
  }
  const auto start_size = page::trim_end(line.substr(begin, arrow - begin)).size();
  const auto start = parse_time(line.substr(begin, start_size));
  const auto second = page::skip_blanks(line, behind);
  const auto end_size = std::min(line.find_first_of(" \t\r", second), line.size()) - second;
  const auto end = parse_time(line.substr(second, end_size));
  if (!start || !end) return std::nullopt;
  return CueTimes{{*start, *end}, {begin, begin + start_size}, {second, second + end_size}};
}

std::vector<FileCue> split_cues(std::string_view text, std::size_t begin,
                                DiagnosticCollector& diagnostics) {
  return CueSplitter(text, begin, diagnostics).split();
}

bool are_out_of_order(std::span<const FileCue> cues) {
  std::size_t steps_back = 0;
  std::optional<Time> last;
  for (const auto& cue : cues) {
    if (!cue.times) continue;
    if (last && cue.times->time.start < *last) ++steps_back;
    last = cue.times->time.start;
  }
  return steps_back * kCuesForAStepBack > cues.size();
}

std::string with_new_times(std::string_view text, std::span<const FileCue> cues,
                           std::span<const Interval> times) {
  TimeReplacer replacer(text);
  for (std::size_t i = 0; i < cues.size(); ++i) {
    const auto& cue = cues[i];
    if (!cue.times || times[i] == cue.times->time) continue;
    replacer.replace(cue.times->start, cue.times->time.start, times[i].start);
    replacer.replace(cue.times->end, cue.times->time.end, times[i].end);
    replace_inner_times(cue, times[i], replacer);
  }
  return std::move(replacer).finish();
}

}  // namespace cmos::transcript
