// The search over sound that is still being decoded.
#pragma once

#include <exception>
#include <optional>
#include <span>
#include <thread>
#include <vector>

#include "align/adaptive_search.h"
#include "align/backpointer_table.h"
#include "align/coarse_map.h"
#include "align/feature_store.h"
#include "align/mapped_search.h"
#include "align/word_graph.h"
#include "base/block_queue.h"
#include "media/audio.h"
#include "speech/mfcc.h"

namespace cmos {

// Samples in, the best path out. The caller's thread makes cepstra of the samples as they are
// decoded (media/audio.h), a thread of its own searches at the same time; both always see the same
// numbers, so that the result does not depend on their pace. Memory grows by 26 bytes for each 10
// ms of sound. Not copyable; all calls from one thread. The graph outlives it.
class StreamingSearch : public SampleSink {
 public:
  // `again` gets to know how far a second search is, if there is one, on the search's thread.
  explicit StreamingSearch(const WordGraph& graph, ShareSink again = {});
  StreamingSearch(const StreamingSearch&) = delete;
  StreamingSearch& operator=(const StreamingSearch&) = delete;
  ~StreamingSearch() override;

  void consume(std::span<const float> samples) override;
  // Throws what the search's thread has thrown.
  void finish() override;

  // After finish(): the best path, and the frames that it goes through.
  const std::vector<PathStep>& path() const { return found_.path; }
  Frame frame_count() const { return store_.size(); }
  // If one was made (mapped_search.h).
  const std::optional<CoarseMap>& map() const { return found_.map; }
  std::span<const Segment> elsewhere() const { return found_.elsewhere; }

 private:
  using Block = std::vector<Cepstrum>;

  void hand_over(std::size_t minimum);
  void run();
  void stop();

  const WordGraph& graph_;
  const ShareSink again_;
  MfccFrontEnd front_end_;
  Block pending_;
  BlockQueue<Block> blocks_;
  FeatureStore store_;  // Of the search's thread until that has ended, as all below.
  AdaptiveSearch search_;
  MappedPath found_;
  std::exception_ptr failure_;
  std::thread thread_;
};

}  // namespace cmos
