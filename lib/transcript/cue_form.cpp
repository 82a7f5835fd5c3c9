#include "transcript/cue_form.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/ascii.h"
#include "episode/lines.h"
#include "transcript/cue_text.h"
#include "transcript/dialogue.h"

namespace cmos::transcript {

namespace {

struct FileCue {
  std::optional<StatedTime> time;
  std::vector<page::Line> lines;
};

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
    if (const auto times = parse_cue_times(line.text)) {
      cues_.back().time = {times->start,
                           {line.offset + times->source.begin, line.offset + times->source.end}};
      return;
    }
    diagnostics_.add(line.offset, "transcript-time-malformed",
                     "the times of this cue cannot be read (its text goes on without); write "
                     "00:00:00.000 --> 00:00:00.000");
  }

  void add_text(const page::Line& line) {
    if (!cues_.empty()) {
      cues_.back().lines.push_back(line);
    } else {
      diagnostics_.add(line.offset, "transcript-line-unspoken",
                       "text before the first cue is left out");
    }
  }

  DiagnosticCollector& diagnostics_;
  std::vector<page::Line> lines_;
  std::size_t at_ = 0;
  std::vector<FileCue> cues_;
};

// YouTube's automatic captions: most cues begin with the line that the one before ended with.
bool are_rolling(const std::vector<FileCue>& cues) {
  std::size_t repeated = 0;
  std::string_view last;
  for (const auto& cue : cues) {
    std::optional<std::string_view> first;
    for (const auto& line : cue.lines) {
      const auto text = page::trim(line.text);
      if (!first) first = text;
    }
    if (first && !first->empty() && *first == last) ++repeated;
    if (!cue.lines.empty()) last = page::trim(cue.lines.back().text);
  }
  // With inner times the repeated line has none of its tags, so that only every other cue counts.
  return cues.size() >= 4 && repeated * 5 >= cues.size() * 2;
}

class CueReader {
 public:
  explicit CueReader(std::vector<FileCue> cues)
      : cues_(std::move(cues)), joiner_(draft_, marks_changes(cues_)) {}

  Draft read() {
    dialogue_ = find_dialogue(survey(), {});
    const bool rolls = are_rolling(cues_);
    for (const auto& cue : cues_) {
      auto time = cue.time;
      for (const auto& line : cue.lines) {
        auto speech = split_cue_line(line.text, line.offset);
        auto shown = shown_text(speech);
        if (rolls && shown == last_shown_) continue;
        last_shown_ = std::move(shown);
        for (auto& part : speech) add(part, std::exchange(time, std::nullopt));
      }
    }
    return std::move(draft_);
  }

 private:
  static bool marks_changes(const std::vector<FileCue>& cues) {
    constexpr std::size_t kFewestMarks = 2;
    std::size_t marks = 0;
    for (const auto& cue : cues) {
      for (const auto& line : cue.lines) {
        for (const auto& part : split_cue_line(line.text, line.offset)) marks += part.changes_voice;
      }
    }
    return marks >= kFewestMarks;
  }

  static std::string shown_text(const std::vector<CueSpeech>& speech) {
    std::string text;
    for (const auto& part : speech) text += part.text.text();
    return std::string(page::trim(text));
  }

  std::vector<SurveyedLine> survey() const {
    std::vector<SurveyedLine> lines;
    for (const auto& cue : cues_) {
      if (cue.lines.empty()) continue;
      SurveyedLine line;
      line.begins_paragraph = true;
      const auto& first = cue.lines.front();
      const auto speech = split_cue_line(first.text, first.offset);
      if (!speech.empty()) line.head = parse_line_head(speech.front().text.text());
      lines.push_back(std::move(line));
    }
    return lines;
  }

  // Whether the head counts in so many cues. Fewer names are Whisper's inventions.
  bool accepts(const LineHead& head) const {
    constexpr std::size_t kCuesForAName = 67;  // 1.5 %: docs/transcripts.md.
    return !head.name.empty() && dialogue_.names.contains(head.name) &&
           dialogue_.heads * kCuesForAName >= cues_.size();
  }

  void add(const CueSpeech& speech, std::optional<StatedTime> time) {
    SegmentJoiner::Segment segment;
    segment.changes_voice = speech.changes_voice;
    segment.time = time;
    const auto& text = speech.text;
    std::size_t from = 0;
    if (!speech.voice.empty()) segment.voice = Voice{speech.voice, speech.voice_source};
    if (const auto head = parse_line_head(text.text()); head && accepts(*head)) {
      segment.voice = Voice{dialogue_.full_name(head->name),
                            text.origin(head->name_source.begin, head->name_source.end)};
      segment.changes_voice = false;
      from = head->text;
    }
    page::MappedText spoken;
    spoken.append(text, from, text.text().size());
    if (!spoken.empty()) segment.text = draft_.append(spoken);
    if (page::trim(spoken.text()).empty() && segment.voice) {
      pending_ = segment.voice;  // A name alone on its line.
      return;
    }
    if (!segment.voice) segment.voice = std::exchange(pending_, std::nullopt);
    joiner_.add(std::move(segment));
  }

  std::vector<FileCue> cues_;
  Draft draft_;
  SegmentJoiner joiner_;
  Dialogue dialogue_;
  std::string last_shown_;
  std::optional<Voice> pending_;
};

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
  const auto start = parse_time(line.substr(begin, arrow - begin));
  const auto end = page::skip_blanks(line, behind);
  const auto end_size = std::min(line.find_first_of(" \t\r", end), line.size()) - end;
  if (!start || !parse_time(line.substr(end, end_size))) return std::nullopt;
  return CueTimes{*start, {begin, end + end_size}};
}

Draft read_cues(std::string_view text, std::size_t begin, DiagnosticCollector& diagnostics) {
  return CueReader(CueSplitter(text, begin, diagnostics).split()).read();
}

}  // namespace cmos::transcript
