#include "align/confidence.h"

#include <algorithm>
#include <cmath>

#include "speech/codebooks.h"
#include "speech/model_definition.h"

namespace cmos {
namespace {

// Words on each side that count as around.
constexpr std::size_t kNeighbours = 4;
// Of a word left out, in nats: as bad as a fit gets; and the frames that it counts for.
constexpr double kLeftOutScore = -6;
constexpr double kLeftOutFrames = 25;
constexpr double kUsualFramesPerPhone = 8;
// Words that were not found: nothing is known but that their neighbours were.
constexpr float kNotFound = 0.02F;

// Scores and frames of a piece of the path.
struct Fit {
  double score = 0;
  double frames = 0;

  void add(const Fit& other) {
    score += other.score;
    frames += other.frames;
  }
  double mean() const { return frames > 0 ? score / frames : 0; }
};

// Steps of a path with their lengths.
class Steps {
 public:
  Steps(std::span<const PathStep> path, std::size_t frame_count)
      : path_(path), frame_count_(frame_count) {}

  Fit fit(std::size_t step) const {
    const auto next = step + 1 < path_.size() ? path_[step + 1].first_frame
                                              : static_cast<std::uint32_t>(frame_count_);
    const double frames = next - path_[step].first_frame;
    return {static_cast<double>(path_[step].gain) / kNat, frames};
  }

  std::size_t size() const { return path_.size(); }

 private:
  std::span<const PathStep> path_;
  std::size_t frame_count_;
};

WordEvidence own_evidence(const Steps& steps, const HeardWord& word, Fit& whole) {
  WordEvidence evidence{{}, true};
  double shortest = 0;
  double lowest = 1e9;
  for (std::size_t step = word.first_step; step < word.end_step; ++step) {
    const Fit fit = steps.fit(step);
    whole.add(fit);
    shortest += fit.frames <= kStatesPerPhone ? 1 : 0;
    lowest = std::min(lowest, fit.mean());
  }
  const auto phones = static_cast<double>(word.end_step - word.first_step);
  evidence.values[0] = whole.mean();
  evidence.values[2] = shortest / phones;
  evidence.values[3] = std::abs(std::log(whole.frames / phones / kUsualFramesPerPhone));
  evidence.values[4] = lowest;
  return evidence;
}

}  // namespace

std::vector<WordEvidence> word_evidence(const WordGraph& graph, std::span<const PathStep> path,
                                        std::span<const HeardWord> words, std::size_t frame_count) {
  const Steps steps(path, frame_count);
  std::vector<WordEvidence> result(words.size());
  std::vector<Fit> fits(words.size());
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (words[i].is_found()) {
      result[i] = own_evidence(steps, words[i], fits[i]);
    } else if (!graph.starts(i).empty()) {
      fits[i] = {kLeftOutScore * kLeftOutFrames, kLeftOutFrames};
    }
  }
  for (std::size_t step = 0; step < steps.size(); ++step) {
    const std::uint32_t node = path[step].node;
    if (!graph.is_filler(node) || graph.filler_kind(node) != filler_unknown) continue;
    const std::size_t boundary = graph.node(node).word;
    if (boundary < fits.size()) fits[boundary].add({0, std::min(steps.fit(step).frames, 100.0)});
  }
  for (std::size_t i = 0; i < words.size(); ++i) {
    Fit around;
    const std::size_t end = std::min(i + kNeighbours + 1, words.size());
    for (std::size_t k = i - std::min(i, kNeighbours); k < end; ++k) around.add(fits[k]);
    result[i].values[1] = around.mean();
  }
  return result;
}

float confidence(const WordEvidence& evidence) {
  if (!evidence.is_found) return kNotFound;
  constexpr double kBias = 4.81;
  constexpr std::array<double, WordEvidence::kCount> kWeights{-0.10, 0.62, -2.13, -1.44, 0.08};
  double sum = kBias;
  for (std::size_t i = 0; i < kWeights.size(); ++i) sum += kWeights[i] * evidence.values[i];
  return static_cast<float>(1 / (1 + std::exp(-sum)));
}

}  // namespace cmos
