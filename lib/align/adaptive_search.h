// The search over a whole recording, which learns how this one sounds as it goes.
#pragma once

#include <cstddef>
#include <vector>

#include "align/feature_store.h"
#include "align/path_history.h"
#include "align/path_search.h"
#include "align/word_graph.h"
#include "speech/codebooks.h"
#include "speech/model_adaptation.h"
#include "speech/senone_scorer.h"

namespace cmos {

// Fits the model (speech/model_adaptation.h) to what the best path says of the recording so far: at
// 32 s, and whenever that doubles. At the end it searches again what was searched with hardly a
// lesson. Graph and store outlive it. One thread at a time.
class AdaptiveSearch {
 public:
  AdaptiveSearch(const WordGraph& graph, const FeatureStore& store);

  // Searches the frames that have become ready. The same frames give the same path, however they
  // are cut into calls.
  void advance();

  // The best path through all frames; to be called once, when the store is finished.
  std::vector<PathStep> take_path();

 private:
  void search_to(std::size_t end);
  void learn(const std::vector<PathStep>& path, std::size_t end);
  std::vector<PathStep> search_beginning_again(std::vector<PathStep> path);

  const WordGraph& graph_;
  const FeatureStore& store_;
  ModelAdaptation adaptation_;
  Codebooks codebooks_;
  SenoneScorer scorer_;
  PathSearch search_;
  std::size_t frame_ = 0;
  std::size_t learned_until_ = 0;
  std::size_t next_lesson_;
};

}  // namespace cmos
