// One page, its sound, and what the search and the levels of the sound say of them: for benchmarks
// that look behind an Alignment. All throw std::runtime_error.
#pragma once

#include <memory>
#include <span>
#include <string>

#include "align/streaming_search.h"
#include "align/word_boundaries.h"
#include "align/word_graph.h"
#include "episode/episode.h"
#include "faults.h"
#include "media/audio.h"
#include "speech/acoustic_model.h"
#include "speech/band_levels.h"

namespace cmos {

class SearchedPage : private SampleSink {
 public:
  SearchedPage(const std::string& page, const std::string& sound, const Faults& faults);

  const Episode& episode() const { return episode_; }
  // Of the faulty page's words.
  const WordOrigins& origins() const { return origins_; }
  const WordGraph& graph() const { return *graph_; }
  const BandLevels& levels() const { return levels_; }
  SearchedPath path() const { return {*graph_, search_->path(), search_->frame_count()}; }

 private:
  void consume(std::span<const float> samples) override;
  void finish() override;

  Episode episode_;
  WordOrigins origins_;
  std::shared_ptr<const AcousticModel> model_;
  std::unique_ptr<WordGraph> graph_;
  BandLevels levels_;
  std::unique_ptr<StreamingSearch> search_;
};

}  // namespace cmos
