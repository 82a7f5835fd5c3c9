#include "transcript/cue_form.h"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/voice_label.h"
#include "episode/lines.h"
#include "transcript/cue_file.h"
#include "transcript/cue_text.h"
#include "transcript/dialogue.h"

namespace cmos::transcript {

namespace {

// A cue whose times cannot be read comes first.
Time start_of(const FileCue& cue) {
  return cue.times ? cue.times->time.start : Time(0);
}

std::optional<StatedTime> stated_time(const FileCue& cue) {
  if (!cue.times) return std::nullopt;
  return StatedTime{cue.times->time.start, {cue.times->start.begin, cue.times->end.end}};
}

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
      std::vector<CueSpeech> parts;
      for (const auto& line : cue.lines) {
        auto speech = split_cue_line(line.text, line.offset);
        auto shown = shown_text(speech);
        if (rolls && shown == last_shown_) continue;
        last_shown_ = std::move(shown);
        std::ranges::move(speech, std::back_inserter(parts));
      }
      add_all(parts, stated_time(cue));
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

  // A label in front of a voice is no speech.
  void add_all(const std::vector<CueSpeech>& parts, std::optional<StatedTime> time) {
    for (std::size_t i = 0; i < parts.size(); ++i) {
      const bool is_label = i + 1 < parts.size() && parts[i].voice.empty() &&
                            is_voice_label(parts[i].text.text(), parts[i + 1].voice);
      if (!is_label) add(parts[i], std::exchange(time, std::nullopt));
    }
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

Draft read_cues(std::string_view text, std::size_t begin, DiagnosticCollector& diagnostics) {
  auto cues = split_cues(text, begin, diagnostics);
  if (are_out_of_order(cues)) {
    diagnostics.add(cues.front().place, "transcript-out-of-order",
                    "the cues do not stand in the order of their times, and are read in it");
    std::ranges::stable_sort(cues, {}, start_of);
  }
  return CueReader(std::move(cues)).read();
}

}  // namespace cmos::transcript
