#include "caption/compose.h"

#include <algorithm>
#include <limits>
#include <utility>

#include "base/unicode.h"
#include "caption/cue_measure.h"
#include "caption/unspoken.h"

namespace cmos {

namespace {

// A cue of the tokens [begin, end). Its second line begins at `split`: at `end` there is none, at
// `begin` the first line is the label alone.
struct Shape {
  std::size_t begin = 0;
  std::size_t split = 0;
  std::size_t end = 0;
  bool dialogue = false;
};

// Dynamic programming from the first token to the last: for each token, the cheapest captions of
// everything before it.
class Optimisation {
 public:
  explicit Optimisation(const Measure& measure)
      : measure_(measure), best_(measure.tokens().size() + 1) {
    best_[0].cost = 0;
  }

  std::vector<Shape> run() {
    for (std::size_t begin = 0; begin + 1 < best_.size(); ++begin) {
      cues_from(begin);
      dialogues_from(begin);
    }
    std::vector<Shape> shapes;
    for (auto end = best_.size() - 1; end > 0; end = shapes.back().begin) {
      shapes.push_back(best_[end].last);
    }
    std::ranges::reverse(shapes);
    return shapes;
  }

 private:
  struct Best {
    Cost cost = std::numeric_limits<Cost>::max();
    Shape last;
  };

  void offer(const Shape& shape, Cost cost) {
    const auto sum = best_[shape.begin].cost + cost;
    if (sum < best_[shape.end].cost) best_[shape.end] = {sum, shape};
  }

  void cues_from(std::size_t begin) {
    const auto label = count_graphemes(measure_.label(begin));
    const bool two_lines = measure_.style().lines > 1;
    auto longest_upper = begin;  // Where the first line ends at the latest.
    for (auto end = begin + 1; end <= measure_.run_end(begin); ++end) {
      if (measure_.speech_is_too_long(begin, end)) break;
      const bool one_line = measure_.fits(begin, end, label);
      if (one_line) longest_upper = end;
      if (!one_line && !(two_lines && measure_.fits(longest_upper, end, 0))) break;
      if (!measure_.is_short_enough(begin, end)) continue;
      const auto cost = measure_.cue_cost(begin, end, label);
      if (one_line) offer({begin, end, end, false}, cost);
      if (two_lines) two_line_cues(begin, std::min(longest_upper, end - 1), end, label, cost);
    }
  }

  void two_line_cues(std::size_t begin, std::size_t last_split, std::size_t end, std::size_t label,
                     Cost cost) {
    const auto first_split = label > 0 ? begin : begin + 1;
    for (auto split = last_split; split >= first_split; --split) {
      if (!measure_.fits(split, end, 0)) break;
      offer({begin, split, end, false}, cost + measure_.split_cost(begin, split, end, label));
      if (split == 0) break;
    }
  }

  void dialogues_from(std::size_t begin) {
    const auto split = measure_.run_end(begin);
    if (measure_.style().lines < 2 || split == measure_.tokens().size()) return;
    const auto upper = count_graphemes(measure_.dialogue_prefix(begin));
    const auto lower = count_graphemes(measure_.dialogue_prefix(split));
    if (!measure_.fits(begin, split, upper)) return;
    for (auto end = split + 1; end <= measure_.run_end(split); ++end) {
      if (measure_.speech_is_too_long(begin, end) || !measure_.fits(split, end, lower)) break;
      if (!measure_.is_short_enough(begin, end)) continue;
      offer({begin, split, end, true},
            measure_.cue_cost(begin, end, upper + lower) + measure_.dialogue_cost(split));
    }
  }

  const Measure& measure_;
  std::vector<Best> best_;
};

// Turns shapes into cues.
class Builder {
 public:
  Builder(const Episode& episode, const Measure& measure) : episode_(episode), measure_(measure) {}

  Cue cue(const Shape& shape) const {
    Cue result;
    auto upper =
        shape.dialogue ? measure_.dialogue_prefix(shape.begin) : measure_.label(shape.begin);
    const auto lower = shape.dialogue ? measure_.dialogue_prefix(shape.split) : std::string();
    result.time =
        measure_.shown(shape.begin, shape.end, count_graphemes(upper) + count_graphemes(lower));
    if (shape.split == shape.begin && upper.ends_with(' ')) upper.pop_back();
    result.lines.push_back(line(shape.begin, shape.split, upper, shape.begin));
    if (shape.split < shape.end) {
      result.lines.push_back(line(shape.split, shape.end, lower, shape.split));
    }
    return result;
  }

 private:
  CueLine line(std::size_t begin, std::size_t end, const std::string& prefix,
               std::size_t speaker_of) const {
    const auto& tokens = measure_.tokens();
    CueLine result{episode_.speakers[tokens[speaker_of].speaker].name, prefix, {}};
    for (auto i = begin; i < end; ++i) {
      if (i > begin && !tokens[i].joined) result.text += ' ';
      result.text += tokens[i].text;
      result.words.push_back({tokens[i].text, tokens[i].time, tokens[i].joined});
    }
    return result;
  }

  const Episode& episode_;
  const Measure& measure_;
};

}  // namespace

Cues compose_captions(const Episode& episode, const Alignment& alignment,
                      const CaptionOptions& options) {
  if (options.unspoken == Unspoken::show) {
    return compose_captions(episode, with_unspoken(episode, alignment, options.style),
                            {options.style, options.labels});
  }
  const Measure measure(episode, alignment, options);
  const Builder builder(episode, measure);
  Cues cues;
  for (const auto& shape : Optimisation(measure).run()) cues.push_back(builder.cue(shape));
  return cues;
}

}  // namespace cmos
