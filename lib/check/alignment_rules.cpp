#include "check/alignment_rules.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <cstdlib>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "check/stamp_fixes.h"

namespace cmos {

namespace {

using std::chrono::seconds;

constexpr std::size_t kReportedWords = 3;
// On correct pages such stretches last up to 2 s (docs/checking.md).
constexpr Time kReportedStretch{2500};
// Shares of text and sound that belong together (docs/checking.md).
constexpr double kAnother = 0.1;
constexpr double kDiffering = 0.5;

class AlignmentJudge {
 public:
  AlignmentJudge(RuleSet rules, const Episode& episode, const Alignment& alignment,
                 const AudioInfo& audio, const Page& page)
      : is_check_(rules == RuleSet::check),
        episode_(episode),
        alignment_(alignment),
        audio_(audio),
        page_(page) {}

  Diagnostics judge() && {
    if (judge_overlap()) return std::move(diagnostics_);
    judge_stamps();
    for (const WordRun& words : alignment_.not_found) judge_not_found(words);
    const bool goes_on = is_check_ && sounds_behind_last_word();
    for (const UntranscribedSound& sound : alignment_.untranscribed) {
      if (!goes_on || sound.next_word + 1 < episode_.words.size()) judge_untranscribed(sound);
    }
    if (goes_on) report_end();
    return std::move(diagnostics_);
  }

 private:
  void report(RuleName rule, std::size_t offset, std::string message, std::vector<Edit> fix = {}) {
    diagnostics_.push_back(make_diagnostic(rule, page_.name, page_.lines.position(offset),
                                           std::move(message), std::move(fix)));
  }
  void report_at_word(RuleName rule, std::size_t word, std::string message) {
    report(rule, episode_.words[word].source.begin, std::move(message));
  }

  // Whether the sound is another page's, so that nothing else can be said about it.
  bool judge_overlap() {
    if (!alignment_.overlap) return false;
    const auto [words, sound] = *alignment_.overlap;
    const double share = std::max(words, sound);
    if (share >= kDiffering) return false;
    const bool is_another = share < kAnother;
    const auto found =
        words > 0 ? fmt::format("{:.0f} % of the words are found in the sound, in {:.0f} % of it",
                                100 * words, 100 * sound)
                  : std::string("none of the words is surely heard in the sound");
    report_at_word(is_another ? RuleName("sound-of-another-page") : RuleName("sound-differs"), 0,
                   found + (is_another ? ": it says something else" : ""));
    return is_another;
  }

  void judge_stamps() {
    const auto wrong = is_check_ ? find_wrong_stamps(episode_, alignment_, page_.text)
                                 : std::map<std::size_t, StampFix>();
    if (alignment_.stamp_shift) return report_shift(*alignment_.stamp_shift, wrong);
    for (std::size_t turn = 0; turn < episode_.turns.size(); ++turn) {
      const auto found = wrong.find(turn);
      const StampFix* fix = found == wrong.end() ? nullptr : &found->second;
      const auto& stamp = episode_.turns[turn].stamp;
      if (stamp && *stamp >= audio_.duration) {
        report_beyond_end(episode_.turns[turn], fix);
      } else if (fix != nullptr) {
        report_off(episode_.turns[turn], *fix);
      }
    }
    if (is_check_) judge_absent_stamps();
  }

  void report_shift(Time shift, const std::map<std::size_t, StampFix>& wrong) {
    const auto first = std::ranges::find_if(
        episode_.turns, [](const Turn& turn) { return turn.stamp.has_value(); });
    const auto late = std::chrono::duration_cast<seconds>(shift).count();
    std::vector<Edit> edits;
    edits.reserve(wrong.size());
    for (const auto& [turn, fix] : wrong) edits.push_back(fix.edit);
    report("stamps-shifted", first->stamp_source.begin,
           fmt::format("all stamps are {} by {} s: what follows a stamp is heard {} s {}",
                       late > 0 ? "late" : "early", std::abs(late), std::abs(late),
                       late > 0 ? "before it" : "after it"),
           std::move(edits));
  }

  // `fix` is null where nothing better is known.
  void report_beyond_end(const Turn& turn, const StampFix* fix) {
    const Time end = std::chrono::floor<seconds>(audio_.duration);
    auto message =
        fmt::format("stamp [{}] lies {} after the end of the audio ({})", format_clock(*turn.stamp),
                    format_clock(*turn.stamp - end), format_clock(end));
    std::vector<Edit> edits;
    if (fix != nullptr) {
      message += fmt::format("; write [{}]", fix->edit.text);
      edits.push_back(fix->edit);
    }
    report("stamp-beyond-end", turn.stamp_source.begin, std::move(message), std::move(edits));
  }

  void report_off(const Turn& turn, const StampFix& fix) {
    report("stamp-off", turn.stamp_source.begin,
           fmt::format("stamp [{}], but the turn is heard to begin at {}; write [{}]",
                       format_clock(*turn.stamp), format_clock(fix.heard), fix.edit.text),
           {fix.edit});
  }

  void judge_absent_stamps() {
    auto edits = absent_stamps(episode_, alignment_);
    if (edits.empty()) return;
    const std::size_t first = edits.front().source.begin;
    report("stamps-absent", first, "no turn has a stamp; write [m:ss] in front of each",
           std::move(edits));
  }

  void judge_not_found(const WordRun& words) {
    const auto begin = episode_.words.begin();
    const auto spoken = std::count_if(begin + static_cast<std::ptrdiff_t>(words.first),
                                      begin + static_cast<std::ptrdiff_t>(words.end),
                                      [](const Word& word) { return !word.is_note; });
    if (static_cast<std::size_t>(spoken) < kReportedWords) return;
    const auto from = alignment_.words[words.first].time.start;
    const auto to = alignment_.words[words.end - 1].time.end;
    report_at_word(
        "words-not-found", words.first,
        fmt::format(R"({} words from "{}" to "{}" {})", spoken, episode_.words[words.first].text,
                    episode_.words[words.end - 1].text,
                    alignment_.words[words.first].is_spoken
                        ? fmt::format("were not found in the sound between {} and {}",
                                      format_clock(from), format_clock(to))
                        : fmt::format("are not in the sound, which goes on at {} without them",
                                      format_clock(from))));
    diagnostics_.back().heard = Interval{from, to};
  }

  void judge_untranscribed(const UntranscribedSound& sound) {
    if (episode_.words.empty() || sounding_time(audio_, sound.time) < kReportedStretch) return;
    report_at_word("sound-without-text", std::min(sound.next_word, episode_.words.size() - 1),
                   fmt::format("the sound from {} to {} {}", format_clock(sound.time.start),
                               format_clock(sound.time.end), what_is_wrong_with(sound)));
    diagnostics_.back().heard = sound.time;
  }

  bool is_found(std::size_t word) const {
    return std::ranges::none_of(alignment_.not_found, [&](const WordRun& run) {
      return word >= run.first && word < run.end;
    });
  }

  // Where most of it says words that are on the page, which.
  std::string what_is_wrong_with(const UntranscribedSound& sound) const {
    for (const auto& [time, words] : alignment_.elsewhere) {
      const Time common =
          std::min(time.end, sound.time.end) - std::max(time.start, sound.time.start);
      if (2 * common < sound.time.length()) continue;
      if (is_found(words.first + words.length() / 2)) {
        return fmt::format("repeats {} to {}",
                           format_clock(alignment_.words[words.first].time.start),
                           format_clock(alignment_.words[words.end - 1].time.end));
      }
      return fmt::format(R"(says what the transcript has elsewhere, from "{}" to "{}")",
                         episode_.words[words.first].text, episode_.words[words.end - 1].text);
    }
    return "is not in the transcript";
  }

  bool sounds_behind_last_word() const {
    if (!is_measured(alignment_)) return false;
    const Time end = alignment_.words.back().time.end;
    return sounding_time(audio_, {end, audio_.duration}) >= kReportedStretch;
  }

  void report_end() {
    report_at_word(
        "end-without-text", episode_.words.size() - 1,
        fmt::format("the sound goes on from {} to {} behind the last word of the "
                    "transcript; write what is said, if it is speech",
                    format_clock(alignment_.words.back().time.end), format_clock(audio_.duration)));
    diagnostics_.back().heard = Interval{alignment_.words.back().time.end, audio_.duration};
  }

  bool is_check_;
  const Episode& episode_;
  const Alignment& alignment_;
  const AudioInfo& audio_;
  const Page& page_;
  Diagnostics diagnostics_;
};

}  // namespace

Diagnostics alignment_diagnostics(RuleSet rules, const Episode& episode, const Alignment& alignment,
                                  const AudioInfo& audio, const Page& page) {
  return AlignmentJudge(rules, episode, alignment, audio, page).judge();
}

Diagnostics pronunciation_diagnostics(const Episode& episode, const Alignment& alignment,
                                      const Page& declaring) {
  Diagnostics diagnostics;
  diagnostics.reserve(alignment.rejected_pronunciations.size());
  for (const auto& [word, reason] : alignment.rejected_pronunciations) {
    const auto place = episode.pronunciations.at(word).source.begin;
    diagnostics.push_back(make_diagnostic(
        "pronunciation-unknown-phone", declaring.name, declaring.lines.position(place),
        fmt::format("{} (the pronunciation of \"{}\" is left out)", reason, word)));
  }
  return diagnostics;
}

bool says_text(const Alignment& alignment) {
  if (const auto& overlap = alignment.overlap) {
    return std::max(overlap->words, overlap->sound) >= kDiffering;
  }
  Time without_text{0};
  for (const auto& sound : alignment.untranscribed) without_text += sound.time.length();
  return 2 * without_text < alignment.duration;
}

}  // namespace cmos
