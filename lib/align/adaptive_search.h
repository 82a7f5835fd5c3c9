// The search over a whole recording, which adapts the model to it as it goes.
#pragma once

#include <cstdint>
#include <functional>
#include <vector>

#include "align/backpointer_table.h"
#include "align/corridor.h"
#include "align/feature_store.h"
#include "align/path_search.h"
#include "align/word_graph.h"
#include "speech/codebooks.h"
#include "speech/model_adaptation.h"
#include "speech/senone_scorer.h"

namespace cmos {

// Gets to know how much of a recording was searched, from 0 to 1. Empty where nobody wants to know.
using ShareSink = std::function<void(double share)>;

// Fits the model (speech/model_adaptation.h) to what the best path says of the recording so far: at
// 32 s, and whenever that doubles. At the end it searches again what was searched with a
// model that was hardly adapted. Graph, store and corridor outlive it. One thread at a time.
class AdaptiveSearch {
 public:
  AdaptiveSearch(const WordGraph& graph, const FeatureStore& store,
                 const Corridor* corridor = nullptr);

  // Searches the frames that have become ready, until it is lost. The same frames give the same
  // path, however they are cut into calls.
  void advance();

  // Whether what the sound says has not been the text for so long that a map had better be made.
  bool is_lost() const { return is_lost_; }

  // The best path through all frames, lost or not; to be called once, when the store is finished.
  std::vector<PathStep> take_path(const ShareSink& tell = {});

 private:
  Frame ready() const;
  void search_some();
  void search_to(Frame end);
  void note_whether_lost();
  void adapt(const std::vector<PathStep>& path, Frame end);
  std::vector<PathStep> search_beginning_again(std::vector<PathStep> path);

  const WordGraph& graph_;
  const FeatureStore& store_;
  const Corridor* corridor_;
  ModelAdaptation adaptation_;
  Codebooks codebooks_;
  SenoneScorer scorer_;
  PathSearch search_;
  Frame frame_ = 0;
  Frame adapted_until_ = 0;
  Frame next_adaptation_;
  std::vector<std::int64_t> scores_;  // Of the best path, each kScoreFrames.
  bool is_lost_ = false;
};

}  // namespace cmos
