// Lays every word of an episode on its sound, by an acoustic model.
#pragma once

#include <optional>
#include <span>
#include <utility>

#include "align/heard_words.h"
#include "align/streaming_search.h"
#include "align/word_graph.h"
#include "align/word_phones.h"
#include "cmos/alignment.h"
#include "episode/episode.h"
#include "media/audio.h"
#include "speech/acoustic_model.h"
#include "speech/band_levels.h"

namespace cmos {

// Takes the samples of an episode as they are decoded (streaming_search.h). Model and episode
// outlive it. Not copyable; all calls from one thread.
class AcousticAligner : public SampleSink {
 public:
  // `words` is word_phones() of the episode. `again` as StreamingSearch takes it.
  AcousticAligner(const AcousticModel& model, const Episode& episode,
                  std::span<const WordPhones> words, ShareSink again = {})
      : episode_(episode), graph_(model, words), search_(graph_, std::move(again)) {}

  void consume(std::span<const float> samples) override {
    levels_.consume(samples);
    search_.consume(samples);
  }
  void finish() override {
    levels_.finish();
    search_.finish();
  }

  // After finish(). `info` is what the decoder found out about the same sound.
  Alignment alignment(const AudioInfo& info) const;

 private:
  bool is_measured(std::size_t word) const;
  std::optional<Overlap> find_overlap(std::span<const HeardWord> words,
                                      std::span<const Interval> times) const;

  const Episode& episode_;
  WordGraph graph_;
  BandLevels levels_;
  StreamingSearch search_;
};

}  // namespace cmos
