#include "align/confidence.h"

#include <algorithm>
#include <cmath>

#include "align/confidence_weights.h"
#include "speech/score.h"

namespace cmos {
namespace {

// Frames looked at on each side of a word's start and behind its end.
constexpr double kEdgeFrames = 20;
// What a frame of garbage counts as, in nats, and what silence has to score to count as good.
constexpr double kGarbageScore = -3;
constexpr double kGoodSilence = 3;
constexpr double kOddSilenceFrames = 5;
constexpr double kGarbageFrames = 10;
// Words that score so much, in nats, are hardly laid wrong by what lies on their other side.
constexpr double kFirmScore = 200;
// Words that were not found: nothing is known but that their neighbours were.
constexpr float kNotFound = 0.02F;

// The frames on one side of a moment, up to kEdgeFrames.
class Edge {
 public:
  // Whether more frames are wanted.
  bool add(double score, double frames) {
    const double part = std::min(frames, kEdgeFrames - seen_);
    sum_ += score * part;
    seen_ += part;
    return seen_ < kEdgeFrames;
  }
  double mean() const { return sum_ / std::max(seen_, 1.0); }

 private:
  double sum_ = 0;
  double seen_ = 0;
};

// The steps of a path, each with what it says about its surroundings.
class Steps {
 public:
  Steps(const WordGraph& graph, std::span<const PathStep> path, std::span<const HeardWord> words,
        Frame frame_count)
      : graph_(graph), path_(path), frame_count_(frame_count) {
    std::vector<double> scores;
    double log_durations = 0;
    double phones = 0;
    for (const HeardWord& word : words) {
      if (!word.is_found()) continue;
      scores.push_back(acoustic_score(word) / frames(word));
      for (std::size_t step = word.first_step; step < word.end_step; ++step) {
        log_durations += std::log(frames(step));
        ++phones;
      }
    }
    if (scores.empty()) return;
    const auto middle = scores.begin() + static_cast<std::ptrdiff_t>(scores.size() / 2);
    std::ranges::nth_element(scores, middle);
    usual_score_ = *middle;
    usual_duration_ = log_durations / phones;
  }

  double usual_score() const { return usual_score_; }

  double frames(std::size_t step) const {
    return first_frame(path_, step + 1, frame_count_) - path_[step].first_frame;
  }
  double acoustic_score(std::size_t step) const {
    return static_cast<double>(path_[step].acoustic_score) / kNat;
  }

  double frames(const HeardWord& word) const {
    double sum = 0;
    for (std::size_t step = word.first_step; step < word.end_step; ++step) sum += frames(step);
    return sum;
  }
  double acoustic_score(const HeardWord& word) const {
    double sum = 0;
    for (std::size_t step = word.first_step; step < word.end_step; ++step)
      sum += acoustic_score(step);
    return sum;
  }

  double odd_duration(const HeardWord& word) const {
    double sum = 0;
    for (std::size_t step = word.first_step; step < word.end_step; ++step) {
      sum += std::abs(std::log(frames(step)) - usual_duration_);
    }
    return sum / static_cast<double>(word.end_step - word.first_step);
  }

  double odd_pace(const HeardWord& word) const {
    double sum = 0;
    for (std::size_t step = word.first_step; step < word.end_step; ++step) {
      sum += std::log(frames(step)) - usual_duration_;
    }
    return std::abs(sum) / std::sqrt(static_cast<double>(word.end_step - word.first_step));
  }

  // How much garbage lies on steps [first, end), as ln(1 + length / 100 ms).
  double garbage(std::size_t first, std::size_t end) const {
    double sum = 0;
    for (std::size_t step = first; step < end; ++step) {
      if (is(FillerKind::garbage, step)) sum += frames(step);
    }
    return std::log(1 + sum / kGarbageFrames);
  }

  // How little a word has to say against being laid elsewhere: 1 for nothing, towards 0.
  double looseness(const HeardWord& word) const {
    return std::exp(-std::max(acoustic_score(word), 0.0) / kFirmScore);
  }

  // Mean scores of the frames from a step on, and of those before it.
  double edge_from(std::size_t step) const {
    Edge edge;
    for (; step < path_.size() && edge.add(score(step), frames(step)); ++step) {
    }
    return edge.mean();
  }
  double edge_before(std::size_t step) const {
    Edge edge;
    for (; step > 0 && edge.add(score(step - 1), frames(step - 1)); --step) {
    }
    return edge.mean();
  }

  bool is_filler(std::size_t step) const {
    return step < path_.size() && graph_.is_filler(path_[step].node);
  }
  bool is(FillerKind kind, std::size_t step) const {
    return graph_.is_filler(path_[step].node, kind);
  }

  bool is_beside_garbage(const HeardWord& word) const {
    for (std::size_t step = word.first_step; step > 0 && is_filler(step - 1); --step) {
      if (is(FillerKind::garbage, step - 1)) return true;
    }
    for (std::size_t step = word.end_step; is_filler(step); ++step) {
      if (is(FillerKind::garbage, step)) return true;
    }
    return false;
  }

 private:
  // Of a frame of the step, less the usual one of words.
  double score(std::size_t step) const {
    const double mean = acoustic_score(step) / frames(step);
    if (!is_filler(step)) return mean - usual_score_;
    if (is(FillerKind::garbage, step)) return kGarbageScore;
    return is(FillerKind::silence, step) ? std::min(mean - kGoodSilence, 0.0) : 0;
  }

  const WordGraph& graph_;
  std::span<const PathStep> path_;
  Frame frame_count_;
  double usual_score_ = 0;
  double usual_duration_ = 0;  // Mean ln of a phone's frames.
};

// For each word, silence before or behind it (the longer) where the text has no break.
std::vector<double> odd_silences(const WordGraph& graph, const Steps& steps,
                                 std::span<const HeardWord> words) {
  std::vector<double> result(words.size());
  std::size_t previous = words.size();
  bool has_break = true;
  for (std::size_t w = 0; w < words.size(); ++w) {
    has_break = has_break || graph.has_break_at(w);
    if (!words[w].is_found()) continue;
    if (previous < w && !has_break) {
      double frames = 0;
      for (std::size_t step = words[previous].end_step; step < words[w].first_step; ++step) {
        if (steps.is(FillerKind::silence, step)) frames += steps.frames(step);
      }
      const double silence = std::log(1 + frames / kOddSilenceFrames);
      result[previous] = std::max(result[previous], silence);
      result[w] = silence;
    }
    previous = w;
    has_break = false;
  }
  return result;
}

// For each word, the garbage before it or behind it, whichever is nearer: it fades with the scores
// of the words between.
std::vector<double> near_garbage(const Steps& steps, std::span<const HeardWord> words,
                                 std::size_t step_count) {
  std::vector<double> result(words.size());
  double before = 0;
  std::size_t from = 0;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (!words[i].is_found()) continue;
    before = (before + steps.garbage(from, words[i].first_step)) * steps.looseness(words[i]);
    result[i] = before;
    from = words[i].end_step;
  }
  double behind = 0;
  std::size_t to = step_count;
  for (std::size_t i = words.size(); i-- > 0;) {
    if (!words[i].is_found()) continue;
    behind = (behind + steps.garbage(words[i].end_step, to)) * steps.looseness(words[i]);
    result[i] = std::max(result[i], behind);
    to = words[i].first_step;
  }
  return result;
}

// Mean over the word and those of its two neighbours that were found.
double with_neighbours(std::span<const double> values, std::span<const HeardWord> words,
                       std::size_t word) {
  double sum = 0;
  double count = 0;
  for (std::size_t w = word - std::min<std::size_t>(word, 1); w < std::min(word + 2, words.size());
       ++w) {
    if (!words[w].is_found()) continue;
    sum += values[w];
    ++count;
  }
  return sum / count;
}

}  // namespace

std::vector<WordEvidence> word_evidence(const WordGraph& graph, std::span<const PathStep> path,
                                        std::span<const HeardWord> words, Frame frame_count) {
  const Steps steps(graph, path, words, frame_count);
  const std::vector<double> silences = odd_silences(graph, steps, words);
  const std::vector<double> garbage = near_garbage(steps, words, path.size());
  std::vector<double> durations(words.size());
  std::vector<double> looseness(words.size());
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (!words[i].is_found()) continue;
    durations[i] = steps.odd_duration(words[i]);
    looseness[i] = steps.looseness(words[i]);
  }
  std::vector<WordEvidence> result(words.size());
  for (std::size_t i = 0; i < words.size(); ++i) {
    const HeardWord& word = words[i];
    if (!word.is_found()) continue;
    const double ends = steps.edge_before(word.first_step) + steps.edge_from(word.first_step) +
                        steps.edge_from(word.end_step);
    result[i] = {{durations[i], with_neighbours(durations, words, i),
                  std::log(1 + std::max(steps.acoustic_score(word), 0.0)), ends,
                  steps.is_beside_garbage(word) ? 1.0 : 0.0, with_neighbours(silences, words, i),
                  steps.usual_score(), garbage[i], steps.odd_pace(word),
                  with_neighbours(looseness, words, i)},
                 true};
  }
  return result;
}

float confidence(const WordEvidence& evidence) {
  if (!evidence.is_found) return kNotFound;
  double sum = kConfidenceBias;
  for (std::size_t i = 0; i < WordEvidence::kCount; ++i) {
    sum += kConfidenceWeights[i] * evidence.values[i];
  }
  return static_cast<float>(1 / (1 + std::exp(-sum)));
}

}  // namespace cmos
