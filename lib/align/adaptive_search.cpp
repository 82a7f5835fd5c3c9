#include "align/adaptive_search.h"

#include <algorithm>

#include "align/heard_words.h"
#include "align/path_repair.h"

namespace cmos {
namespace {

constexpr Frame kFirstAdaptation = 3200;
static_assert(kFirstAdaptation % SenoneScorer::kBlock == 0);
// Behind this, paths that live still agree but for the last words.
constexpr Frame kUnsettled = 100;
// Of one phone, what is accumulated: ten seconds tell what a long silence is.
constexpr Frame kLongestPhone = 1000;
// A path that is better than garbage by less than this a frame, for so long, does not lie on its
// words (docs/notes/coarse-map.md).
constexpr Score kLeastGain = 6 * kNat / 5;
constexpr Frame kScoreFrames = 10 * kFrameRate;
constexpr std::size_t kScores = 6;
static_assert(kScoreFrames % SenoneScorer::kBlock == 0);
// What is searched again at the end.
constexpr Frame kBeginning = 6000;

}  // namespace

AdaptiveSearch::AdaptiveSearch(const WordGraph& graph, const FeatureStore& store,
                               const Corridor* corridor)
    : graph_(graph),
      store_(store),
      corridor_(corridor),
      adaptation_(graph.model()),
      codebooks_(graph.model().codebooks),
      scorer_(graph.model(), codebooks_),
      search_(graph, SearchOptions(), 0, graph.word_count(), 0, corridor),
      next_adaptation_(kFirstAdaptation) {}

void AdaptiveSearch::advance() {
  while (frame_ < ready() && !is_lost()) search_some();
}

void AdaptiveSearch::note_whether_lost() {
  if (scores_.size() >= kScores) {
    const std::int64_t gain = search_.best_score() - scores_[scores_.size() - kScores];
    is_lost_ = gain < kLeastGain * static_cast<std::int64_t>(kScores * kScoreFrames);
  }
  scores_.push_back(search_.best_score());
}

// Whole blocks, so that the same frames are always scored together.
Frame AdaptiveSearch::ready() const {
  return store_.ready() - store_.ready() % SenoneScorer::kBlock;
}

// Up to the next frame at which something is to be looked at.
void AdaptiveSearch::search_some() {
  const Frame next_score = frame_ - frame_ % kScoreFrames + kScoreFrames;
  search_to(std::min({ready(), next_score, next_adaptation_}));
  if (frame_ % kScoreFrames == 0) note_whether_lost();
  if (frame_ != next_adaptation_) return;
  adapt(search_.best_path(), frame_ - kUnsettled);
  next_adaptation_ *= 2;
}

void AdaptiveSearch::search_to(Frame end) {
  search_frames(store_, scorer_, frame_, end, search_);
  frame_ = end;
}

// By the phones between the last adaptation and frame `end`.
void AdaptiveSearch::adapt(const std::vector<PathStep>& path, Frame end) {
  std::vector<FeatureFrame> features;
  const Frame first = adapted_until_;
  for (std::size_t step = 0; step < path.size(); ++step) {
    const Frame begin = path[step].first_frame;
    const Frame behind = first_frame(path, step + 1, frame_);
    if (begin < first) continue;
    if (behind > end) break;
    adapted_until_ = behind;
    if (graph_.is_filler(path[step].node, FillerKind::garbage)) continue;
    store_.features(begin, std::min(behind - begin, kLongestPhone), features);
    adaptation_.accumulate(codebooks_, graph_.node(path[step].node).model, features);
  }
  codebooks_ = adaptation_.codebooks();
}

std::vector<PathStep> AdaptiveSearch::take_path(const ShareSink& tell) {
  while (frame_ < ready()) {
    search_some();
    if (tell && frame_ % kScoreFrames == 0)
      tell(static_cast<double>(frame_) / static_cast<double>(store_.size()));
  }
  search_to(store_.size());
  std::vector<PathStep> path = search_.best_path();
  adapt(path, frame_);
  path = search_beginning_again(std::move(path));
  return repair_path(graph_, store_, scorer_, std::move(path));
}

// Up to the end of the last word that ends there.
std::vector<PathStep> AdaptiveSearch::search_beginning_again(std::vector<PathStep> path) {
  const Frame limit = std::min(kBeginning, frame_);
  const std::vector<HeardWord> words = heard_words(graph_, path);
  const auto end_of = [&](const HeardWord& word) {
    return first_frame(path, word.end_step, frame_);
  };
  std::size_t word_count = words.size();
  const auto is_within = [&](const HeardWord& word) {
    return word.is_found() && end_of(word) <= limit;
  };
  while (word_count > 0 && !is_within(words[word_count - 1])) --word_count;
  if (word_count == 0) return path;
  const HeardWord& last = words[word_count - 1];
  PathSearch search(graph_, SearchOptions(), 0, word_count, 0, corridor_);
  search_frames(store_, scorer_, 0, end_of(last), search);
  if (!search.is_complete()) return path;
  const auto rest = path.begin() + static_cast<std::ptrdiff_t>(last.end_step);
  std::vector<PathStep> result = search.best_path();
  result.insert(result.end(), rest, path.end());
  return result;
}

}  // namespace cmos
