#include "caption/compose.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>
#include <vector>

#include "base/unicode.h"
#include "caption/agreement.h"
#include "caption/costs.h"
#include "caption/cue_measure.h"
#include "caption/cuts.h"
#include "caption/timing.h"
#include "caption/unspoken.h"

namespace cmos {

namespace {

// A cue of the tokens [begin, end), its second line from `split` on, as a Cut has it.
struct Shape {
  std::size_t begin = 0;
  std::size_t split = 0;
  std::size_t end = 0;
  bool dialogue = false;
};

// What is added to a cue's costs for its ends: the less, the more the good captions agree on them.
class EndCosts {
 public:
  explicit EndCosts(const Cuts& cuts) {
    const auto agreement = agreement_of(cuts);
    cue_.reserve(cuts.tokens());
    line_.reserve(cuts.tokens());
    for (std::size_t i = 0; i < cuts.tokens(); ++i) {
      const auto any = agreement.cue[i] + agreement.line[i];
      cue_.push_back(cost(any, agreement.cue[i]));
      line_.push_back(cost(any, agreement.line[i]));
    }
  }

  Cost of(std::size_t begin, const Cut& cut) const {
    return cue_[begin + cut.end - 1] + (cut.has_line_end() ? line_[begin + cut.split - 1] : 0);
  }

 private:
  static Cost cost(double any, double same_kind) {
    return std::llround(kEnd - kEndAgreed * any - kKindAgreed * same_kind);
  }

  std::vector<Cost> cue_;
  std::vector<Cost> line_;
};

// Dynamic programming from the first token to the last: for each token, the cheapest captions of
// everything before it.
std::vector<Shape> cheapest(const Cuts& cuts) {
  struct Best {
    Cost cost = std::numeric_limits<Cost>::max();
    Shape last;
  };
  const EndCosts ends(cuts);
  std::vector<Best> best(cuts.tokens() + 1);
  best[0].cost = 0;
  for (std::size_t begin = 0; begin < cuts.tokens(); ++begin) {
    for (const auto& cut : cuts.from(begin)) {
      const auto sum = best[begin].cost + cut.cost + ends.of(begin, cut);
      auto& old = best[begin + cut.end];
      if (sum < old.cost) old = {sum, {begin, begin + cut.split, begin + cut.end, cut.dialogue}};
    }
  }
  std::vector<Shape> shapes;
  for (auto end = cuts.tokens(); end > 0; end = shapes.back().begin) {
    shapes.push_back(best[end].last);
  }
  std::ranges::reverse(shapes);
  return shapes;
}

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
        measure_.shown(shape.begin, shape.end, count_columns(upper) + count_columns(lower));
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
    CueLine result{episode_.speakers[tokens[speaker_of].speaker].name,
                   prefix,
                   {},
                   prefix == Measure::kDash ? 0 : prefix.size()};
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
  const auto shapes = cheapest(Cuts(measure));
  Cues cues;
  cues.reserve(shapes.size());
  for (const auto& shape : shapes) cues.push_back(builder.cue(shape));
  // From the last on, so that what a cue gives is not what the next one has still to give it.
  for (auto i = cues.size(); i-- > 1;) {
    const bool is_corrected = measure.cue_end(shapes[i].begin - 1) == shapes[i].begin;
    if (!is_corrected) give_way(options.style, cues[i - 1], cues[i]);
  }
  return cues;
}

}  // namespace cmos
