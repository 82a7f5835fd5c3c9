#include "check/stamp_rules.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <utility>
#include <vector>

#include "base/diagnostic.h"

namespace cmos {

namespace {

using std::chrono::seconds;

constexpr seconds kTolerance{1};

// Of the words that a turn begins with.
constexpr std::size_t kFirstWords = 4;
constexpr float kSure = 0.5F;

seconds floored(Time time) {
  return std::chrono::floor<seconds>(time);
}

// "[00:03]" in the form of the old stamp: as many digits, with hours if it has some or must have.
std::string clock_like(std::string_view old, seconds time) {
  const auto total = time.count();
  const bool has_hours = std::ranges::count(old, ':') == 2 || total >= 3600;
  if (has_hours) {
    return fmt::format("{}:{:02}:{:02}", total / 3600, total / 60 % 60, total % 60);
  }
  const int width = old.size() == 4 ? 1 : 2;
  return fmt::format("{:0{}}:{:02}", total / 60, width, total % 60);
}

class StampJudge {
 public:
  StampJudge(const Episode& episode, std::string_view page, const Alignment& alignment)
      : episode_(episode), page_(page), alignment_(alignment) {}

  bool has_stamps() const {
    return std::ranges::any_of(episode_.turns,
                               [](const Turn& turn) { return turn.stamp.has_value(); });
  }

  // Turns whose stamps are wrong beyond doubt.
  std::vector<std::size_t> find_wrong() const {
    std::vector<std::size_t> wrong;
    const auto latest = latest_starts();
    seconds earliest{0};
    for (std::size_t i = 0; i < episode_.turns.size(); ++i) {
      const auto& stamp = episode_.turns[i].stamp;
      const auto start = heard(i);
      if (is_sure(i)) earliest = start;
      const auto from = (is_sure(i) ? start : earliest) - kTolerance;
      const auto to = (is_sure(i) ? start : latest[i]) + kTolerance;
      if (stamp && (*stamp < from || *stamp > to)) wrong.push_back(i);
    }
    return wrong;
  }

  Edit right_stamp(std::size_t turn) const {
    const auto& source = episode_.turns[turn].stamp_source;
    if (source.begin == source.end) {
      return {source, fmt::format("[{}] ", clock_like("00:00", heard(turn)))};
    }
    const auto old = page_.substr(source.begin, source.end - source.begin);
    return {source, clock_like(old, heard(turn))};
  }

  seconds heard(std::size_t turn) const { return floored(alignment_.turns[turn].start); }

 private:
  bool is_sure(std::size_t turn) const {
    const auto& [speaker, stamp, source, first, end, paragraphs] = episode_.turns[turn];
    float sum = 0;
    int count = 0;
    for (auto word = first; word < std::min(end, first + kFirstWords); ++word) {
      if (const auto confidence = alignment_.words[word].confidence) {
        sum += *confidence;
        ++count;
      }
    }
    return count > 0 && sum >= kSure * static_cast<float>(count);
  }

  // For each turn, when the next one that is sure begins.
  std::vector<seconds> latest_starts() const {
    std::vector<seconds> latest(episode_.turns.size());
    auto next = floored(alignment_.duration);
    for (auto i = episode_.turns.size(); i-- > 0;) {
      if (is_sure(i)) next = heard(i);
      latest[i] = next;
    }
    return latest;
  }

  const Episode& episode_;
  std::string_view page_;
  const Alignment& alignment_;
};

// Null if there is none.
Diagnostic* find_at(Diagnostics& diagnostics, RuleName rule, SourcePosition place) {
  const auto found = std::ranges::find_if(diagnostics, [&](const Diagnostic& diagnostic) {
    return diagnostic.rule == rule && diagnostic.position == place;
  });
  return found == diagnostics.end() ? nullptr : &*found;
}

}  // namespace

bool is_measured(const Alignment& alignment) {
  return std::ranges::any_of(alignment.words,
                             [](const WordTiming& word) { return word.confidence.has_value(); });
}

void judge_stamps_by_ear(const Episode& episode, std::string_view page, const LineTable& lines,
                         const std::string& file, const Alignment& alignment,
                         Diagnostics& diagnostics) {
  if (!is_measured(alignment)) return;
  const StampJudge judge(episode, page, alignment);
  std::vector<Edit> edits;
  if (!judge.has_stamps()) {
    for (std::size_t i = 0; i < episode.turns.size(); ++i) edits.push_back(judge.right_stamp(i));
    const auto first = lines.position(edits.front().source.begin);
    diagnostics.push_back(make_diagnostic("stamps-absent", file, first,
                                          "no turn has a stamp; write [m:ss] in front of each",
                                          std::move(edits)));
    return;
  }
  const auto wrong = judge.find_wrong();
  const auto shifted =
      std::ranges::find(diagnostics, RuleName("stamps-shifted"), &Diagnostic::rule);
  if (shifted != diagnostics.end()) {
    for (const auto turn : wrong) shifted->fix.push_back(judge.right_stamp(turn));
    return;
  }
  for (const auto turn : wrong) {
    const auto edit = judge.right_stamp(turn);
    const auto place = lines.position(edit.source.begin);
    if (auto* beyond = find_at(diagnostics, "stamp-beyond-end", place)) {
      beyond->message += fmt::format("; write [{}]", edit.text);
      beyond->fix = {edit};
      continue;
    }
    diagnostics.push_back(
        make_diagnostic("stamp-off", file, place,
                        fmt::format("stamp [{}], but the turn is heard to begin at {}; write [{}]",
                                    format_clock(*episode.turns[turn].stamp),
                                    format_clock(judge.heard(turn)), edit.text),
                        {edit}));
  }
}

}  // namespace cmos
