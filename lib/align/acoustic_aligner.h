// Lays every word of an episode on its sound, by an acoustic model.
#pragma once

#include <exception>
#include <memory>
#include <optional>
#include <span>
#include <thread>
#include <vector>

#include "align/adaptive_search.h"
#include "align/alignment.h"
#include "align/block_queue.h"
#include "align/feature_store.h"
#include "align/heard_words.h"
#include "align/unfound_words.h"
#include "align/word_graph.h"
#include "align/word_phones.h"
#include "align/word_times.h"
#include "episode/episode.h"
#include "media/audio.h"
#include "speech/acoustic_model.h"
#include "speech/cepstra.h"

namespace cmos {

// Takes the samples of an episode as they are decoded (media/audio.h). The caller's thread makes
// cepstra of them, a thread of the aligner's own searches at the same time; both always see the
// same numbers, so that the result does not depend on their pace. Memory grows by 26 bytes for each
// 10 ms of sound. Not copyable; all calls from one thread.
class AcousticAligner : public SampleSink {
 public:
  // Model and episode outlive the aligner. `words` is word_phones() of the episode.
  AcousticAligner(const AcousticModel& model, const Episode& episode,
                  std::span<const WordPhones> words);
  AcousticAligner(const AcousticAligner&) = delete;
  AcousticAligner& operator=(const AcousticAligner&) = delete;
  ~AcousticAligner() override;

  void consume(std::span<const float> samples) override;
  void finish() override;

  // To be called once, after finish(). `info` is what the decoder found out about the same sound.
  Alignment take_alignment(const AudioInfo& info);

 private:
  using Block = std::vector<Cepstrum>;

  void hand_over(std::size_t minimum);
  void run_search();
  void stop_search();
  std::uint32_t first_frame(std::size_t step) const;
  bool is_filler(std::size_t step) const;  // Also past the last one.
  bool is_closure(std::size_t step) const;
  double start_of(const HeardWord& word, const Levels& levels) const;  // In ms.
  double end_of(const HeardWord& word) const;
  std::vector<std::optional<WordSpan>> found_spans(std::span<const HeardWord> heard,
                                                   const Levels& levels) const;
  std::vector<UntranscribedSound> untranscribed() const;

  const Episode& episode_;
  WordGraph graph_;
  CepstrumExtractor extractor_;
  Block pending_;
  BlockQueue<Block> blocks_;
  FeatureStore store_;                      // Of the search's thread until that has ended.
  std::unique_ptr<AdaptiveSearch> search_;  // Until finished.
  std::vector<PathStep> path_;              // Once finished.
  std::exception_ptr failure_;
  std::thread thread_;
};

}  // namespace cmos
