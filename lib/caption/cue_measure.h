// What a cue made of some neighbouring tokens would look like and cost: widths, times, costs, each
// in constant time.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "caption/compose.h"
#include "caption/costs.h"
#include "caption/tokens.h"

namespace cmos {

// Tokens are named by their index; ranges are half-open.
class Measure {
 public:
  Measure(const Episode& episode, const Alignment& alignment, const CaptionOptions& options);

  const std::vector<Token>& tokens() const { return tokens_; }
  const Style& style() const { return options_.style; }

  // Past the last token that the speaker of this one says without anybody between.
  std::size_t run_end(std::size_t token) const { return run_ends_[token]; }

  // Past the last token that may share a cue with this one.
  std::size_t cue_end(std::size_t token) const { return cue_ends_[token]; }

  std::size_t width(std::size_t begin, std::size_t end) const;

  // Whether the tokens make one line behind a prefix of that width.
  bool fits(std::size_t begin, std::size_t end, std::size_t prefix) const;

  // In front of a dialogue's lines where no labels are shown.
  static constexpr std::string_view kDash = "-";

  // What stands in front of a cue's, or of a dialogue's lines that begin with this token.
  std::string label(std::size_t token) const;
  std::string dialogue_prefix(std::size_t token) const;

  // Whether a cue of these tokens keeps the longest time. Once its speech alone is longer, so is
  // that of every cue that goes on from there.
  bool is_short_enough(std::size_t begin, std::size_t end) const;
  bool speech_is_too_long(std::size_t begin, std::size_t end) const;

  // When the cue is on the screen, its labels or hyphens taking so many columns.
  Interval shown(std::size_t begin, std::size_t end, std::size_t prefixes) const;

  // Of a cue in one line; and what is added if its second line begins at `split`.
  Cost cue_cost(std::size_t begin, std::size_t end, std::size_t prefixes) const;
  Cost split_cost(std::size_t begin, std::size_t split, std::size_t end, std::size_t prefix) const;
  // What is added for a dialogue whose second speaker begins at `split`.
  Cost dialogue_cost(std::size_t split) const;

 private:
  Time in_time(std::size_t token) const;
  std::string full_label(std::size_t token) const;
  // Of a line that has a label and this token alone.
  Cost cost_at_label(std::size_t lone_word) const;

  CaptionOptions options_;
  std::vector<std::string> names_;  // Of the speakers.
  std::vector<Token> tokens_;
  std::vector<std::size_t> run_ends_;
  std::vector<std::size_t> cue_ends_;
  Time duration_;
  // Sums over the tokens before an index, one longer than the tokens.
  std::vector<std::size_t> columns_;  // Widths with a space before each that has one.
  std::vector<std::size_t> words_;
  std::vector<Cost> inside_;  // Of the boundaries before each token, if a cue goes on over them.
};

}  // namespace cmos
