#include "caption/cuts.h"

#include <algorithm>

#include "base/unicode.h"

namespace cmos {

namespace {

// Appends the cues that begin with one token.
class Cutter {
 public:
  Cutter(const Measure& measure, std::size_t begin, std::vector<Cut>& cuts)
      : measure_(measure),
        begin_(begin),
        two_lines_(measure.style().lines > 1),
        label_(count_columns(measure.label(begin))),
        cuts_(cuts) {}

  void run() {
    cues();
    if (two_lines_) dialogues();
  }

 private:
  void add(std::size_t split, std::size_t end, bool dialogue, Cost cost) {
    cuts_.push_back({static_cast<std::int32_t>(cost), static_cast<std::uint16_t>(split - begin_),
                     static_cast<std::uint16_t>(end - begin_), dialogue});
  }

  void cues() {
    auto longest_upper = begin_;  // Where the first line ends at the latest.
    const auto last = std::min(measure_.run_end(begin_), measure_.cue_end(begin_));
    for (auto end = begin_ + 1; end <= last; ++end) {
      if (measure_.speech_is_too_long(begin_, end)) break;
      const bool one_line = measure_.fits(begin_, end, label_);
      if (one_line) longest_upper = end;
      if (!one_line && !(two_lines_ && measure_.fits(longest_upper, end, 0))) break;
      if (!measure_.is_short_enough(begin_, end)) continue;
      const auto cost = measure_.cue_cost(begin_, end, label_);
      if (one_line) add(end, end, false, cost);
      if (two_lines_) two_line_cues(std::min(longest_upper, end - 1), end, cost);
    }
  }

  void two_line_cues(std::size_t last_split, std::size_t end, Cost cost) {
    const auto first_split = label_ > 0 ? begin_ : begin_ + 1;
    for (auto split = last_split; split >= first_split; --split) {
      if (!measure_.fits(split, end, 0)) break;
      add(split, end, false, cost + measure_.split_cost(begin_, split, end, label_));
      if (split == 0) break;
    }
  }

  void dialogues() {
    const auto split = measure_.run_end(begin_);
    if (split >= measure_.cue_end(begin_)) return;
    const auto upper = count_columns(measure_.dialogue_prefix(begin_));
    const auto lower = count_columns(measure_.dialogue_prefix(split));
    if (!measure_.fits(begin_, split, upper)) return;
    const auto last = std::min(measure_.run_end(split), measure_.cue_end(begin_));
    for (auto end = split + 1; end <= last; ++end) {
      if (measure_.speech_is_too_long(begin_, end) || !measure_.fits(split, end, lower)) break;
      if (!measure_.is_short_enough(begin_, end)) continue;
      add(split, end, true,
          measure_.cue_cost(begin_, end, upper + lower) + measure_.dialogue_cost(split));
    }
  }

  const Measure& measure_;
  std::size_t begin_;
  bool two_lines_;
  std::size_t label_;
  std::vector<Cut>& cuts_;
};

}  // namespace

Cuts::Cuts(const Measure& measure) {
  first_.reserve(measure.tokens().size() + 1);
  first_.push_back(0);
  for (std::size_t begin = 0; begin < measure.tokens().size(); ++begin) {
    Cutter(measure, begin, cuts_).run();
    first_.push_back(cuts_.size());
  }
}

}  // namespace cmos
