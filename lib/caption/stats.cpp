#include "caption/stats.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <optional>
#include <string_view>
#include <utility>

#include "base/ascii.h"
#include "base/unicode.h"
#include "base/unspaced.h"
#include "caption/costs.h"
#include "caption/line_breaker.h"
#include "caption/line_end.h"
#include "caption/timing.h"
#include "language/language.h"

namespace cmos {

namespace {

// What faults that the optimisation never makes are worth beside its own.
constexpr Cost kWideColumn = 20;
constexpr Cost kTall = 300;
constexpr Cost kOverlap = 500;
constexpr Cost kTinyGap = 150;
constexpr Cost kOpenGap = 50;
constexpr Cost kLasting = 200;

bool tears(LineEnd end) {
  using enum LineEnd;
  return is_bad(end) || end == inside_name || end == inside_number || end == after_opener ||
         end == against_unicode;
}

double percentile(std::vector<double> values, double share) {
  if (values.empty()) return 0;
  const auto rank = std::lround(share * static_cast<double>(values.size() - 1));
  const auto nth = values.begin() + rank;
  std::ranges::nth_element(values, nth);
  return *nth;
}

double seconds(Time time) {
  return static_cast<double>(time.count()) / 1000;
}

// From the first word's start to the last one's end.
std::optional<Time> speech_of(const Cue& cue) {
  std::optional<Interval> speech;
  for (const auto& line : cue.lines) {
    for (const auto& word : line.words) {
      if (!speech) speech = word.time;
      speech->end = word.time.end;
    }
  }
  return speech ? std::optional(speech->length()) : std::nullopt;
}

class Judge {
 public:
  Judge(const Cues& cues, const Style& style, std::string_view language)
      : cues_(cues),
        style_(style),
        language_(find_language(language)),
        breaker_(std::string(language)) {}

  CaptionStats run(std::size_t worst) {
    for (std::size_t i = 0; i < cues_.size(); ++i) {
      current_ = {i, 0, {}};
      lines(cues_[i]);
      orphan(i);
      times(cues_[i]);
      gap(i);
      for (std::size_t line = 0; line < cues_[i].lines.size(); ++line) line_end(i, line);
      if (!current_.faults.empty()) stats_.worst.push_back(std::move(current_));
    }
    stats_.cues = cues_.size();
    stats_.median_speed = percentile(speeds_, 0.5);
    stats_.p90_speed = percentile(std::move(speeds_), 0.9);
    std::ranges::sort(stats_.worst, {},
                      [](const FaultyCue& faulty) { return std::pair(-faulty.cost, faulty.cue); });
    if (stats_.worst.size() > worst) stats_.worst.resize(worst);
    return std::move(stats_);
  }

 private:
  void fault(Cost cost, std::string text) {
    current_.cost += cost;
    current_.faults.push_back(std::move(text));
  }

  void lines(const Cue& cue) {
    if (cue.lines.size() > style_.lines) {
      ++stats_.tall;
      fault(kTall, fmt::format("{} lines", cue.lines.size()));
    }
    const auto other_speaker = [&](const CueLine& line) {
      return line.speaker != cue.lines[0].speaker;
    };
    if (std::ranges::any_of(cue.lines, other_speaker)) ++stats_.dialogues;
    for (const auto& line : cue.lines) {
      const auto words = split_words(line.text).size();
      const auto width = count_columns(line.text);
      ++stats_.lines;
      stats_.words += words;
      if (width <= style_.line_columns()) continue;
      ++stats_.wide_lines;
      if (words == 1) ++stats_.wide_words;
      const auto excess = static_cast<Cost>(width - style_.line_columns());
      fault(words == 1 ? 0 : kWideColumn * excess, fmt::format("a line of {} columns", width));
    }
  }

  // A line that ends neither a sentence nor a clause.
  bool goes_on(std::size_t cue, std::size_t line) const {
    const auto end = classify(cues_[cue].lines[line], line_after(cue, line));
    return end != LineEnd::sentence_end && end != LineEnd::clause_end;
  }

  void orphan(std::size_t index) {
    const auto& lines = cues_[index].lines;
    if (lines.size() == 2 && goes_on(index, 0)) {
      const auto [narrow, wide] =
          std::minmax({count_columns(lines[0].text), count_columns(lines[1].text)});
      if (kOrphanShare * narrow < wide) return orphan_fault("an orphan beside a long line");
    }
    const bool continues = index > 0 && !cues_[index - 1].lines.empty() &&
                           goes_on(index - 1, cues_[index - 1].lines.size() - 1);
    if (lines.size() == 1 && continues && split_words(lines[0].text).size() == 1 &&
        breaker_.breaks(lines[0].text).size() <= 1) {
      orphan_fault("an orphan in a cue of its own");
    }
  }

  void orphan_fault(std::string text) {
    ++stats_.orphans;
    fault(kOrphan, std::move(text));
  }

  void times(const Cue& cue) {
    const auto time = cue.time.length();
    const auto columns = columns_of(cue);
    if (time > style_.longest) {
      ++stats_.lasting;
      fault(kLasting, fmt::format("shown for {:.3f} s", seconds(time)));
    }
    if (time <= Time(0)) return;
    speeds_.push_back(static_cast<double>(columns) / static_cast<double>(style_.columns) /
                      seconds(time));
    const auto reading = reading_time(style_, columns);
    if (reading <= time) return;
    ++stats_.fast;
    const auto speech = speech_of(cue);
    if (speech && *speech >= reading) ++stats_.fast_unexplained;
    fault(kTooFast * static_cast<Cost>((reading - time).count()) * style_.column_speed() / 1000,
          fmt::format("{:.1f} characters a second", speeds_.back()));
  }

  // How the cue stands to the next one.
  void gap(std::size_t index) {
    const auto& time = cues_[index].time;
    const bool last = index + 1 == cues_.size();
    // What room the last cue has, the sound alone knows.
    brief(index, last ? Time(0) : cues_[index + 1].time.start - time.start);
    if (last) return;
    const auto gap = cues_[index + 1].time.start - time.end;
    if (gap < Time(0)) {
      ++stats_.overlaps;
      fault(kOverlap, fmt::format("overlaps the next cue by {:.3f} s", seconds(-gap)));
    } else if (gap > Time(0) && gap < style_.smallest_gap) {
      ++stats_.tiny_gaps;
      fault(kTinyGap, fmt::format("a gap of {:.3f} s behind it", seconds(gap)));
    } else if (gap > Time(0) && gap < style_.smallest_pause) {
      ++stats_.open_gaps;
      fault(kOpenGap, fmt::format("a gap of {:.3f} s behind it", seconds(gap)));
    }
  }

  void brief(std::size_t index, Time room) {
    std::size_t words = 0;
    for (const auto& line : cues_[index].lines) words += split_words(line.text).size();
    const auto time = cues_[index].time.length();
    const auto missing = shortest_for(style_, words) - time;
    if (missing <= Time(0)) return;
    ++stats_.brief;
    if (room >= time + missing) ++stats_.brief_with_room;
    fault(kTooShort + missing.count() / kTooShortPoint,
          fmt::format("shown for {:.3f} s", seconds(time)));
  }

  const CueLine* line_after(std::size_t cue, std::size_t line) const {
    if (line + 1 < cues_[cue].lines.size()) return &cues_[cue].lines[line + 1];
    if (cue + 1 < cues_.size() && !cues_[cue + 1].lines.empty()) return &cues_[cue + 1].lines[0];
    return nullptr;
  }

  void line_end(std::size_t cue, std::size_t line) {
    const auto& text = cues_[cue].lines[line];
    const auto end = classify(text, line_after(cue, line));
    const bool inside = line + 1 < cues_[cue].lines.size();
    ++stats_.line_ends[static_cast<std::size_t>(end)];
    if (is_bad(end)) ++stats_.bad_line_ends;
    if (tears(end)) ++stats_.torn;
    const auto usual = LineEnd::between_words;
    const auto cost =
        inside ? cost_of(end).line - cost_of(usual).line : cost_of(end).cue - cost_of(usual).cue;
    if (cost > 0) fault(cost, fmt::format("a line ends {}", cost_of(end).name));
  }

  LineEnd classify(const CueLine& line, const CueLine* next) const {
    // A "-" begins another speaker's line where the speakers are not known.
    const bool turn_ends = next == nullptr || next->speaker != line.speaker ||
                           (line.speaker.empty() && next->text.starts_with('-'));
    const auto words = split_words(line.text);
    const auto next_words = turn_ends ? std::vector<std::string_view>() : split_words(next->text);
    if (words.empty() || next_words.empty()) return LineEnd::sentence_end;
    std::vector<WordShape> shapes;
    shapes.reserve(words.size() + next_words.size());
    for (const auto word : words) shapes.push_back(shape_of(word, language_));
    for (auto word : next_words) {
      if (word.size() > 1 && word.starts_with('-')) word.remove_prefix(1);
      shapes.push_back(shape_of(word, language_));
    }
    const auto end = classify_line_end(shapes, words.size() - 1);
    return is_forbidden(line.text, next->text) ? LineEnd::against_unicode : end;
  }

  // Whether no line may end between the two, whether parted by a space or, in scripts that have
  // none, inside a word.
  bool is_forbidden(const std::string& line, const std::string& next) const {
    const auto has = [at = line.size()](const std::vector<std::size_t>& breaks, std::size_t gap) {
      return std::ranges::count(breaks, at + gap) > 0;
    };
    if (!has(breaker_.breaks(line + ' ' + next), 1)) return true;
    const auto joined = line + next;
    return is_between_unspaced_letters(joined, line.size()) &&
           !has(unspaced_word_breaks(joined), 0);
  }

  const Cues& cues_;
  Style style_;
  const Language& language_;
  LineBreaker breaker_;
  CaptionStats stats_;
  FaultyCue current_{};
  std::vector<double> speeds_;
};

}  // namespace

CaptionStats measure_captions(const Cues& cues, const Style& style, std::string_view language,
                              std::size_t worst) {
  return Judge(cues, style, language).run(worst);
}

}  // namespace cmos
